import { cutNumber } from '../base/outside-text';
import { failure, type Result, success } from '../base/result';
import { userOf } from './sip-address';

/** The voice messages of a mailbox: how many of them nobody has heard, and the number that plays them, where the server names one. */
export interface MessageSummary {
  readonly waiting: boolean;
  readonly unheard: number;
  readonly heard: number;
  readonly account?: string;
}

const NONE: MessageSummary = { waiting: false, unheard: 0, heard: 0 };

/** `msg-summary-line`: new and old messages, and in brackets how many of each are urgent. */
const COUNTS = /^(\d{1,9})\s*\/\s*(\d{1,9})(\s*\(.*\))?$/;

/**
 * Reads a document of RFC 3842 section 5, as far as voice messages go. A server that sends none knows of no messages.
 *
 * @returns what is wrong with it, in words, where it cannot be read
 */
export function parseMessageSummary(body: string): Result<MessageSummary, string> {
  if (body.trim() === '') return success(NONE);
  const lines = new Map<string, string>();
  for (const line of body.split(/\r?\n/)) {
    // A message's own headers may follow after an empty line (RFC 3842, 3.5): they are no summary.
    if (line.trim() === '' && lines.size > 0) break;
    const colon = line.indexOf(':');
    if (colon > 0) lines.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  const status = lines.get('messages-waiting')?.toLowerCase();
  if (status !== 'yes' && status !== 'no') return failure('it does not say whether messages wait');
  const counts = COUNTS.exec(lines.get('voice-message') ?? '');
  const account = cutNumber(userOf(lines.get('message-account') ?? ''));
  return success({
    waiting: status === 'yes',
    // Asterisk and others count on when "no" is said of a mailbox that has old messages alone.
    unheard: status === 'yes' ? Number(counts?.[1] ?? 0) : 0,
    heard: Number(counts?.[2] ?? 0),
    // Called by the line's own server, as if it were dialled.
    ...(account && { account }),
  });
}
