import type { LineCommand, LineEvent } from '../../contract/line-port';
import type { Messages } from '../../contract/station';
import { parseMessageSummary } from './message-summary';

export interface MailboxesPorts {
  send(command: LineCommand): void;
  show(line: string, messages: Messages): void;
  trace(text: string): void;
}

/** Seconds that a subscription is asked to last; it is renewed in time. */
const LASTS = 3600;

const NO_MESSAGES: Messages = { waiting: false, unheard: 0, heard: 0 };

interface Mailbox {
  readonly line: string;
  readonly number: string;
  readonly account: string;
  readonly subscription: string;
}

/** Watches the mailbox of every line that the line page has, by message-summary (RFC 3842), for as long as it has it. */
export class Mailboxes {
  private mailboxes: readonly Mailbox[] = [];
  private made = 0;

  constructor(private readonly ports: MailboxesPorts) {}

  /** A phone has sent its line page a command: a line that is new to the page, or has another account, is watched anew. */
  sent(command: LineCommand): void {
    if (command.kind === 'removeLine') this.forget(command.line);
    if (command.kind !== 'addLine') return;
    const { line, account } = command;
    const about = JSON.stringify(account);
    if (this.mailboxes.some((mailbox) => mailbox.line === line && mailbox.account === about)) return;
    this.forget(line);
    this.made += 1;
    const subscription = `mailbox-${this.made}`;
    this.mailboxes = [...this.mailboxes, { line, number: account.number, account: about, subscription }];
    this.ports.send({
      kind: 'subscribe',
      line,
      subscription,
      target: account.number,
      event: 'message-summary',
      expires: LASTS,
      once: false,
    });
  }

  /** The page is gone, and every subscription with it. What was last told stays: messages do not go away by that. */
  linePageLost(): void {
    this.mailboxes = [];
  }

  onLineEvent(event: LineEvent): void {
    if (event.kind !== 'notified' && event.kind !== 'subscription') return;
    const mailbox = this.mailboxes.find(({ subscription }) => subscription === event.subscription);
    if (!mailbox) return;
    if (event.kind === 'notified') this.told(mailbox, event.body);
    else if (event.state === 'refused') {
      this.ports.trace(`line ${mailbox.line} has no mailbox that tells of its messages (${event.status ?? 'ended'})`);
      this.ports.show(mailbox.line, NO_MESSAGES);
    }
  }

  private told(mailbox: Mailbox, body: string): void {
    const read = parseMessageSummary(body);
    if (!read.ok) {
      this.ports.trace(`the messages of line ${mailbox.line} cannot be read: ${read.error}`);
      return;
    }
    const { account, ...messages } = read.value;
    // Some servers name the mailbox there, which has the number of its line, and not whom to call.
    this.ports.show(mailbox.line, account === mailbox.number ? messages : read.value);
  }

  private forget(line: string): void {
    this.mailboxes = this.mailboxes.filter((mailbox) => mailbox.line !== line);
  }
}
