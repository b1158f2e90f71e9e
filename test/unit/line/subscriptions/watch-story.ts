import { URI } from 'sip.js';
import { Subscription } from '../../../../src-renderer/line/subscriptions/subscription';
import { FakeClock, settled } from '../fake-clock';
import { agentOn, FakeTransport, header } from '../fake-network';

export const BOB = new URI('sip', '1002', 'cluster.test');

export interface NotifyParts {
  /** The SUBSCRIBE that it belongs to; by default the last one outside a dialog. */
  readonly of?: string;
  readonly state?: string;
  readonly cseq?: number;
  readonly body?: string;
  readonly event?: string;
}

/** A server on the other end of the transport that says what a test tells it. */
export class FakeNotifier {
  #sequence = 0;

  constructor(readonly transport: FakeTransport) {}

  /** Every SUBSCRIBE outside a dialog. */
  get asked(): readonly string[] {
    return this.transport.sent.filter((text) => text.startsWith('SUBSCRIBE') && !header(text, 'To').includes('tag='));
  }

  /** Call-IDs of the subscriptions that were ended within their dialog. */
  get unsubscribed(): readonly string[] {
    return this.transport.sent
      .filter((text) => text.startsWith('SUBSCRIBE') && header(text, 'To').includes('tag='))
      .map((text) => header(text, 'Call-ID'));
  }

  get last(): string {
    return this.asked.at(-1) ?? '';
  }

  async answer(status: number, headers: readonly string[] = []): Promise<void> {
    this.transport.answer('SUBSCRIBE', status, headers);
    await settled();
  }

  /** Sends a NOTIFY; gives the status that it was answered with. */
  async notify({ of = this.last, state = 'active', cseq, body = '', event = 'dialog' }: NotifyParts = {}) {
    this.#sequence = cseq ?? this.#sequence + 1;
    this.transport.arrive([
      `NOTIFY ${header(of, 'Contact').replace(/[<>]/g, '')} SIP/2.0`,
      `Via: SIP/2.0/WS far.invalid;branch=z9hG4bK${this.transport.sent.length}`,
      `From: ${header(of, 'To')};tag=far`,
      `To: ${header(of, 'From')}`,
      `Call-ID: ${header(of, 'Call-ID')}`,
      `CSeq: ${this.#sequence} NOTIFY`,
      'Max-Forwards: 70',
      'Contact: <sip:far@far.invalid;transport=ws>',
      `Event: ${event}`,
      `Subscription-State: ${state}`,
      ...(body === '' ? [] : ['Content-Type: application/dialog-info+xml']),
      '',
      body,
    ]);
    const answer = this.transport.sent.findLast((text) => header(text, 'CSeq') === `${this.#sequence} NOTIFY`) ?? '';
    await settled();
    return Number(answer.split(' ')[1]);
  }
}

/** A watch on 1002 with a line that has registered; `seen` is what it has told. */
export async function watching(expires = 100) {
  const clock = new FakeClock();
  const seen: string[] = [];
  const subscription = new Subscription(
    BOB,
    'dialog',
    expires,
    { clock, random: () => 1 },
    {
      onState: (state, status, reason) => seen.push([state, status, reason].filter((part) => part !== null).join(' ')),
      onNotified: (contentType, body) => seen.push(`notified ${contentType === '' ? 'nothing' : body}`),
    },
  );
  const connect = async (): Promise<FakeNotifier> => {
    const transport = new FakeTransport();
    subscription.begin(await agentOn(transport));
    await settled();
    return new FakeNotifier(transport);
  };
  return { clock, seen, subscription, connect, server: await connect() };
}

/** The same, accepted and told of `idle`. */
export async function active(expires = 100) {
  const story = await watching(expires);
  await story.server.answer(200, [`Expires: ${expires}`]);
  await story.server.notify({ body: 'idle' });
  return story;
}
