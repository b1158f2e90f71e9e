import type { NotifiedPackage } from './notifier';
import type { SipUser, WaitingMessages } from './ports';
import type { Write } from './subscription';

/** The `message-summary` event package (RFC 3842): tells the phones with a number how many voice messages wait there. */
export class MessageNotifier implements NotifiedPackage {
  readonly contentType = 'application/simple-message-summary';
  readonly #messagesOf: (number: string) => WaitingMessages;

  constructor(messagesOf: (number: string) => WaitingMessages) {
    this.#messagesOf = messagesOf;
  }

  /** What waits in a mailbox concerns nobody but those whose mailbox it is (RFC 3842 section 6). */
  allows(number: string, watcher: SipUser): boolean {
    return watcher.number === number;
  }

  stateOf(number: string): Write {
    return () => messageSummary(this.#messagesOf(number));
  }
}

/** The document of RFC 3842 section 5. Where messages are heard is no part of it: CallManager tells its phones the pilot number. */
const messageSummary = ({ unheard, heard }: WaitingMessages): string =>
  [`Messages-Waiting: ${unheard > 0 ? 'yes' : 'no'}`, `Voice-Message: ${unheard}/${heard}`, ''].join('\r\n');
