import { cutReason } from '../base/outside-text';
import { type Result, success } from '../base/result';
import { attribute, child, children, descendants, elementsIn, rootOf, textOf } from '../base/xml';
import { isSameUser } from './sip-address';

/** A document of RFC 3863 (PIDF), with what RFC 4480 (RPID) adds to it. */
export interface Presence {
  /** Whom the document is about. */
  readonly entity: string | null;
  /** null: no tuple says so. One open tuple is enough, for the line has a phone then. */
  readonly basic: 'open' | 'closed' | null;
  /** Local names of the activities, in lower case: `on-the-phone`, `busy`, `away`, … */
  readonly activities: readonly string[];
  readonly notes: readonly string[];
}

/** Reads an application/pidf+xml body. @returns what is wrong with it, in words, where it cannot be read */
export function parsePresence(xml: string): Result<Presence, string> {
  const read = rootOf(xml, 'presence');
  if (!read.ok) return read;
  const root = read.value;
  const basics = children(root, 'tuple').map((tuple) => {
    const status = child(tuple, 'status');
    return status ? textOf(child(status, 'basic')).toLowerCase() : '';
  });
  return success({
    entity: attribute(root, 'entity'),
    basic: basics.includes('open') ? 'open' : basics.includes('closed') ? 'closed' : null,
    // The activities stand in a person (RFC 4479), in a tuple or in its status, by the age of the server.
    activities: descendants(root, 'activities')
      .flatMap(elementsIn)
      .map((activity) => (activity.localName ?? '').toLowerCase())
      .filter((activity) => activity !== 'note'),
    notes: descendants(root, 'note').map((note) => cutReason(textOf(note))),
  });
}

/**
 * Is the document about that line? Asked of the entity alone: Asterisk writes the address of whoever watches into
 * `<contact>` (asterisk #1898).
 */
export const isAbout = ({ entity }: Presence, address: string): boolean =>
  entity !== null && isSameUser(entity, address);

/**
 * What presence alone tells of a line.
 *
 * - `doNotDisturb`  its user wants no calls, though the handset may lie on the hook
 * - `busy`          its user is busy "without further details" (RFC 4480 section 3.2), not necessarily on the phone
 */
export type PresenceStatus = 'unknown' | 'offline' | 'onHook' | 'ringing' | 'offHook' | 'doNotDisturb' | 'busy';

interface Rule {
  readonly status: PresenceStatus;
  readonly activities: readonly string[];
  /** null = whatever the notes say. */
  readonly notes: RegExp | null;
}

/**
 * Tried before `basic`, in this order: Asterisk sends `closed` for every line that is not idle, whether it rings, talks, is on hold
 * or is not registered, and only the note tells them apart (res_pjsip/presence_xml.c, res_pjsip_pidf_body_generator.c). The activity
 * is `on-the-phone`, or `busy`, also for a line that only rings, at Asterisk and FreeSWITCH alike: a note knows better, and a phone that
 * rings was not lifted.
 */
const CALL_RULES: readonly Rule[] = [
  { status: 'offHook', activities: [], notes: /^(?:on the phone|talk(?:ing)?|on hold|hold|held|in a call)\b/i },
  // "Ringing", and of FreeSWITCH "Ring 1003", with the number that calls.
  { status: 'ringing', activities: ['alerting', 'ringing'], notes: /^(?:ring(?:ing)?|alerting|early)(?: \S+)?$/i },
  { status: 'offHook', activities: ['on-the-phone'], notes: null },
];

/** Tried once `basic` is not `closed`: whoever cannot be reached is neither busy nor disturbed. */
const PERSON_RULES: readonly Rule[] = [
  {
    status: 'doNotDisturb',
    activities: ['dnd', 'do-not-disturb', 'donotdisturb'],
    notes: /^(?:dnd|do not disturb)\b/i,
  },
  { status: 'busy', activities: ['busy'], notes: /^busy\b/i },
];

export function presenceStatusOf(presence: Presence): PresenceStatus {
  const matches = ({ activities, notes }: Rule): boolean =>
    presence.activities.some((activity) => activities.includes(activity)) ||
    presence.notes.some((note) => notes?.test(note));
  const call = CALL_RULES.find(matches);
  if (call) return call.status;
  if (presence.basic === 'closed') return 'offline';
  const person = PERSON_RULES.find(matches);
  if (person) return person.status;
  // Away, in a meeting, asleep: none of it keeps a phone from being on hook.
  return presence.basic === 'open' ? 'onHook' : 'unknown';
}
