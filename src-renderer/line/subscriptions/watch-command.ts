import { missingCase } from '../../../src-main/base/missing-case';
import type { LineCommand, LineEvent } from '../../../src-main/contract/line-port';

export type WatchCommand = Extract<LineCommand, { kind: 'subscribe' | 'unsubscribe' | 'publish' | 'ask' }>;

/** Whoever waits for an answer must hear that no line is there to ask; null where nobody waits. */
export function refusalWithoutLine(command: WatchCommand): LineEvent | null {
  const { line } = command;
  switch (command.kind) {
    case 'subscribe': {
      const { subscription } = command;
      return { kind: 'subscription', line, subscription, state: 'refused', status: null, reason: null };
    }
    case 'unsubscribe':
      return null;
    case 'publish':
      return { kind: 'published', line, publication: command.publication, status: null };
    case 'ask':
      return { kind: 'asked', line, question: command.question, status: null, retryAfter: null };
    default:
      return missingCase(command);
  }
}
