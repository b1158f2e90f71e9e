import type { Clock } from '../../base/clock';
import type { LineCommand, LineEvent } from '../../contract/line-port';
import type { Messages } from '../../contract/station';
import { PageLines } from '../../pbx/page-lines';
import { parseMessageSummary } from '../../sip/message-summary';

export interface MailboxesPorts {
  readonly clock: Clock;
  send(command: LineCommand): void;
  show(line: string, messages: Messages): void;
  trace(text: string): void;
}

/** Seconds that a subscription is asked to last; it is renewed in time. */
const LASTS = 3600;

/** Milliseconds: that messages wait can be told a moment later than that calls can be made. */
const ASKED_AFTER = 1000;

const NO_MESSAGES: Messages = { waiting: false, unheard: 0, heard: 0 };

interface Mailbox {
  /** Ends what has not begun yet. */
  readonly cancel: () => void;
  readonly line: string;
  readonly number: string;
  readonly subscription: string;
}

/** Watches the mailbox of every line that the line page has, by message-summary (RFC 3842), for as long as it has it. */
export class Mailboxes {
  #mailboxes: readonly Mailbox[] = [];
  readonly #lines = new PageLines();
  #made = 0;

  readonly #ports: MailboxesPorts;

  constructor(ports: MailboxesPorts) {
    this.#ports = ports;
  }

  /** A phone has sent its line page a command: a line that is new to the page, or has another account, is watched anew. */
  sent(command: LineCommand): void {
    const change = this.#lines.sent(command);
    if (!change) return;
    const { line, account } = change;
    for (const mailbox of this.#mailboxes) if (mailbox.line === line) mailbox.cancel();
    this.#mailboxes = this.#mailboxes.filter((mailbox) => mailbox.line !== line);
    if (!account) return;
    this.#made += 1;
    const { number } = account;
    const subscription = `mailbox-${this.#made}`;
    const event = 'message-summary';
    const cancel = this.#ports.clock.after(ASKED_AFTER, () =>
      this.#ports.send({ kind: 'subscribe', line, subscription, target: number, event, expires: LASTS, once: false }),
    );
    this.#mailboxes = [...this.#mailboxes, { line, number, subscription, cancel }];
  }

  /** The page is gone, and every subscription with it. What was last told stays: messages do not go away by that. */
  linePageLost(): void {
    this.#lines.lost();
    this.stop();
  }

  stop(): void {
    for (const mailbox of this.#mailboxes) mailbox.cancel();
    this.#mailboxes = [];
  }

  onLineEvent(event: LineEvent): void {
    if (event.kind !== 'notified' && event.kind !== 'subscription') return;
    const mailbox = this.#mailboxes.find(({ subscription }) => subscription === event.subscription);
    if (!mailbox) return;
    if (event.kind === 'notified') this.#told(mailbox, event.body);
    else if (event.state === 'refused') {
      this.#ports.trace(`line ${mailbox.line} has no mailbox that tells of its messages (${event.status ?? 'ended'})`);
      this.#ports.show(mailbox.line, NO_MESSAGES);
    }
  }

  #told(mailbox: Mailbox, body: string): void {
    const read = parseMessageSummary(body);
    if (!read.ok) {
      this.#ports.trace(`the messages of line ${mailbox.line} cannot be read: ${read.error}`);
      return;
    }
    const { account, ...messages } = read.value;
    // Some servers name the mailbox there, which has the number of its line, and not whom to call.
    this.#ports.show(mailbox.line, account === mailbox.number ? messages : read.value);
  }
}
