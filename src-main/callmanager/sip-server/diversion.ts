import type { Core } from 'sip.js';

/** RFC 5806 section 4, `diversion-reason`: why a number passes a call on. */
export type DiversionReason = 'unconditional' | 'user-busy' | 'no-answer' | 'unavailable' | 'deflection';

/** One step of a call from number to number. */
export interface Diversion {
  readonly from: Party;
  readonly target: string;
  readonly reason: DiversionReason;
}

export interface Party {
  readonly number: string;
  readonly displayName: string;
}

/** RFC 4458 section 2: the same reasons as SIP statuses. */
export const CAUSES: Readonly<Record<DiversionReason, number>> = {
  unconditional: 302,
  'user-busy': 486,
  'no-answer': 408,
  unavailable: 503,
  // "Deflection during alerting": the phone has been asked, and its user, or what he has set there, sends this call on.
  deflection: 480,
};

/** RFC 5806 section 5: every number that diverts puts its Diversion on top, so that the last one comes first. */
export const diversionHeaders = (diversions: readonly Diversion[], domain: string): string[] =>
  diversions
    .map(({ from, reason }) => `Diversion: <sip:${from.number}@${domain}>;reason=${reason};counter=1`)
    .reverse();

/**
 * RFC 7044 section 5.1: the entries in the order of time, each with the index of the one that it was made from. They are for
 * callers that have asked for them.
 */
function historyHeaders(
  message: Core.IncomingRequestMessage,
  diversions: readonly Diversion[],
  domain: string,
): string[] {
  const supported = message.getHeaders('supported').join(',').split(',');
  const [first] = diversions;
  if (!first || !supported.some((option) => option.trim() === 'histinfo')) return [];
  let index = '1';
  const entries = diversions.map(({ target, reason }) => {
    const before = index;
    index += '.1';
    // A number may begin with #, which no user part of an address may hold as it is.
    return `<sip:${encodeURIComponent(target)}@${domain};cause=${CAUSES[reason]}>;index=${index};mp=${before}`;
  });
  return [`History-Info: ${[`<sip:${first.from.number}@${domain}>;index=1`, ...entries].join(', ')}`];
}

/** What a caller is told of the way that his call has gone. */
export const forwardHeaders = (
  message: Core.IncomingRequestMessage,
  diversions: readonly Diversion[],
  domain: string,
): string[] => [...diversionHeaders(diversions, domain), ...historyHeaders(message, diversions, domain)];
