import type { Element } from '@xmldom/xmldom';
import { cutName, cutReason } from '../base/outside-text';
import { failure, type Result, success } from '../base/result';
import { attribute, child, children, descendants, rootOf, textOf } from '../base/xml';

/** RFC 4235 section 3.7.1, in the order in which they come. */
export const DIALOG_STATES = ['trying', 'proceeding', 'early', 'confirmed', 'terminated'] as const;
type DialogState = (typeof DIALOG_STATES)[number];

/** One call of the watched line, as its server tells of it. What the server leaves out is null. */
export interface Dialog {
  readonly id: string;
  readonly callId: string | null;
  readonly localTag: string | null;
  readonly remoteTag: string | null;
  readonly direction: 'initiator' | 'recipient' | null;
  readonly state: DialogState;
  readonly remoteIdentity: { readonly uri: string; readonly displayName: string } | null;
  /** One of the two ends plays no sound: `sip.rendering` is `no`. */
  readonly held: boolean;
}

/** A document of RFC 4235 section 4. */
export interface DialogInfo {
  /** null: the server does not count its documents, and their order is the order in which they arrive. */
  readonly version: number | null;
  readonly state: 'full' | 'partial';
  readonly entity: string | null;
  readonly dialogs: readonly Dialog[];
}

/** Reads an application/dialog-info+xml body. @returns what is wrong with it, in words, where it cannot be read */
export function parseDialogInfo(xml: string): Result<DialogInfo, string> {
  const read = rootOf(xml, 'dialog-info');
  if (!read.ok) return read;
  const root = read.value;
  // A server that leaves the attribute out knows nothing of partial state, and sends everything each time.
  const state = (attribute(root, 'state') ?? 'full').toLowerCase();
  if (state !== 'full' && state !== 'partial') return failure(`the document's state is neither full nor partial`);
  const dialogs = children(root, 'dialog').map(dialogOf);
  return success({ version: versionOf(root), state, entity: attribute(root, 'entity'), dialogs });
}

/** Kamailio pads the number with zeros: it writes eleven of them first, and the version over them later. */
function versionOf(root: Element): number | null {
  const version = attribute(root, 'version');
  return version && /^\d{1,15}$/.test(version) ? Number(version) : null;
}

function dialogOf(element: Element, index: number): Dialog {
  const callId = attribute(element, 'call-id');
  return {
    id: attribute(element, 'id') ?? callId ?? `dialog ${index}`,
    callId,
    localTag: attribute(element, 'local-tag'),
    remoteTag: attribute(element, 'remote-tag'),
    direction: directionOf(attribute(element, 'direction')),
    state: stateOf(textOf(child(element, 'state')).toLowerCase()),
    remoteIdentity: identityOf(child(element, 'remote')),
    held: descendants(element, 'param').some(saysHeld),
  };
}

function stateOf(text: string): DialogState {
  // MikoPBX tells of a line without calls with a dialog without a state (linphone-desktop #1006).
  if (text === '') return 'terminated';
  // A dialog in a state of the server's own making is still a dialog: the line is not free.
  return DIALOG_STATES.find((state) => state === text) ?? 'confirmed';
}

const directionOf = (text: string | null): Dialog['direction'] =>
  text === 'initiator' || text === 'recipient' ? text : null;

function identityOf(remote: Element | undefined): Dialog['remoteIdentity'] {
  if (!remote) return null;
  const identity = child(remote, 'identity');
  const target = child(remote, 'target');
  const uri = textOf(identity) || (target && attribute(target, 'uri'));
  return uri ? { uri: cutReason(uri), displayName: cutName((identity && attribute(identity, 'display')) ?? '') } : null;
}

/** RFC 4235 section 4.1.6.2. The name is written with the "+" of RFC 3840 and without it, the value in two ways. */
const saysHeld = (parameter: Element): boolean =>
  /^\+?sip\.rendering$/i.test(attribute(parameter, 'pname') ?? '') &&
  (attribute(parameter, 'pvalue') ?? attribute(parameter, 'pval') ?? '').toLowerCase() === 'no';
