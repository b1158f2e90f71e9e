/** Reads of the headers of a refused call what bears on Call Back. They are somebody else's text: nothing here throws. */

/** RFC 6910: why the call could not be completed, in the letters of the offer's `m` parameter. */
export type CompletionMode = 'BS' | 'NR' | 'NL';

/** The far server offers to watch the line itself. */
export interface CompletionOffer {
  readonly monitor: string;
  readonly mode: CompletionMode;
}

/** `Call-Info: <sip:monitor>;purpose=call-completion;m=BS`, possibly among other infos in the same header. */
export function completionOffer(callInfo: readonly string[]): CompletionOffer | null {
  const infos = [...callInfo.join(',').matchAll(/<([^<>]*)>((?:[^,"<]|"[^"]*")*)/g)];
  for (const [, monitor = '', parameters = ''] of infos) {
    if (monitor === '' || parameter(parameters, 'purpose') !== 'call-completion') continue;
    const mode = (parameter(parameters, 'm') ?? 'BS').toUpperCase();
    // "BS" where nothing is said, as Asterisk reads it. A mode that we do not know is an offer that we cannot take.
    if (mode === 'BS' || mode === 'NR' || mode === 'NL') return { monitor, mode };
  }
  return null;
}

const parameter = (parameters: string, name: string): string | undefined =>
  parameters
    .split(';')
    .map((part) => part.split('=', 2).map((half) => half.trim().replace(/^"|"$/g, '')))
    .find(([key]) => key?.toLowerCase() === name)?.[1]
    ?.toLowerCase();

/** Why the line that was called has passed the call on, as far as it matters to Call Back. */
export type ForwardReason = 'unconditional' | 'busy' | 'noReply' | 'unreachable';

/** RFC 5806 section 4, `diversion-reason`. Do-not-disturb is as no reply: to be on hook does not mean to be free. */
const DIVERSION_REASONS: ReadonlyMap<string, ForwardReason> = new Map([
  ['unconditional', 'unconditional'],
  ['user-busy', 'busy'],
  ['no-answer', 'noReply'],
  ['do-not-disturb', 'noReply'],
  // The phone, or its user, has sent this one call on: it was there, and nobody took the call.
  ['deflection', 'noReply'],
  ['unavailable', 'unreachable'],
  ['out-of-service', 'unreachable'],
]);

/** RFC 4458 section 2, the `cause` parameter, which History-Info (RFC 7044) carries as well. */
const CAUSES: ReadonlyMap<string, ForwardReason> = new Map([
  ['302', 'unconditional'],
  ['486', 'busy'],
  ['408', 'noReply'],
  ['480', 'noReply'],
  ['487', 'noReply'],
  ['503', 'unreachable'],
]);

/**
 * Why the line that was dialled has passed the call on; what further lines did with it is not asked, since the watch
 * is on the number that was dialled.
 *
 * @returns null if the call was not passed on, or for a reason that does not matter
 */
export function forwardReason(diversion: readonly string[], historyInfo: readonly string[]): ForwardReason | null {
  // RFC 5806 section 5: every line that diverts puts its Diversion on top, so that the first line's is the last.
  const reason = [...diversion.join(',').matchAll(/;\s*reason\s*=\s*"?([\w-]+)/gi)].at(-1)?.[1];
  // RFC 7044 orders its entries by time. The cause may stand in a Reason header, escaped inside the address.
  const history = historyInfo.join(',').replace(/%3B/gi, ';').replace(/%3D/gi, '=');
  const cause = /;\s*cause\s*=\s*"?(\d{3})/i.exec(history)?.[1];
  return DIVERSION_REASONS.get(reason?.toLowerCase() ?? '') ?? CAUSES.get(cause ?? '') ?? null;
}
