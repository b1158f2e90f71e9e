import { randomUUID } from 'node:crypto';
import type { Clock } from '../base/clock';
import { bracketed, writeEndpoint } from '../sip/endpoint';
import type { Channel, OpenChannel } from './channel/channel';
import { keyOf, type Target } from './locate/target';

/** How long an answer may take; by UDP it is asked for several times in it. Milliseconds. */
const ANSWER_TIMEOUT_MS = 4_000;
const ASK_AGAIN_MS = 1_000;

/** Whether a server that had failed is there again: by TCP and TLS a connection says it, by UDP an answer to OPTIONS. */
async function isThere(target: Target, openChannel: OpenChannel, clock: Clock): Promise<boolean> {
  let answered: () => void = () => undefined;
  const answer = new Promise<true>((resolve) => {
    answered = () => resolve(true);
  });
  const opened = await openChannel(target, {
    onMessage: () => answered(),
    onSeen: () => undefined,
    onLost: () => undefined,
  });
  if (!opened.ok) return false;
  try {
    return target.transport === 'udp' ? await answersOptions(opened.value, target, answer, clock) : true;
  } finally {
    opened.value.dispose();
  }
}

function answersOptions(channel: Channel, target: Target, answer: Promise<true>, clock: Clock): Promise<boolean> {
  const text = options(channel, target);
  return new Promise((resolve) => {
    let cancelAsking: () => void = () => undefined;
    const ask = (): void => {
      void channel.send(text);
      cancelAsking = clock.after(ASK_AGAIN_MS, ask);
    };
    const settle = (there: boolean): void => {
      cancelAsking();
      cancelPatience();
      resolve(there);
    };
    const cancelPatience = clock.after(ANSWER_TIMEOUT_MS, () => settle(false));
    ask();
    void answer.then(() => settle(true));
  });
}

/** RFC 3261 section 11: whatever the answer is, somebody has answered. */
function options({ local, transport }: Channel, { address, names }: Target): string {
  const id = randomUUID();
  const domain = names.at(-1) ?? address;
  return [
    `OPTIONS sip:${bracketed(domain)} SIP/2.0`,
    `Via: SIP/2.0/${transport} ${writeEndpoint(local)};branch=z9hG4bK${id};rport`,
    'Max-Forwards: 70',
    `From: <sip:ping@${bracketed(local.host)}>;tag=${id.slice(0, 8)}`,
    `To: <sip:${bracketed(domain)}>`,
    `Call-ID: ${id}`,
    'CSeq: 1 OPTIONS',
    'Content-Length: 0',
    '',
    '',
  ].join('\r\n');
}

/** Looks after the better servers while a worse one is in use, until one of them is there. */
export class PreferredServer {
  #cancel: () => void = () => undefined;
  #over = false;
  readonly #clock: Clock;
  readonly #openChannel: OpenChannel;
  readonly #onThere: (target: Target) => void;

  constructor(clock: Clock, openChannel: OpenChannel, onThere: (target: Target) => void) {
    this.#clock = clock;
    this.#openChannel = openChannel;
    this.#onThere = onThere;
  }

  /** @param every milliseconds */
  lookAfter(targets: readonly Target[], every: number): void {
    if (targets.length > 0) this.#cancel = this.#clock.after(every, () => void this.#look(targets, every));
  }

  dispose(): void {
    this.#over = true;
    this.#cancel();
  }

  async #look(targets: readonly Target[], every: number): Promise<void> {
    const distinct = [...new Map(targets.map((target) => [keyOf(target), target])).values()];
    for (const target of distinct) {
      const there = await isThere(target, this.#openChannel, this.#clock);
      if (this.#over) return;
      if (!there) continue;
      this.#onThere(target);
      return;
    }
    this.lookAfter(targets, every);
  }
}
