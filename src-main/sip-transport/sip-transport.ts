import type { Clock } from '../base/clock';
import { missingCase } from '../base/missing-case';
import { failure, type Result } from '../base/result';
import type { SipOrder, SipReport, SipServer, TransportFailure } from '../contract/sip-transport';
import { backOffDelay } from './back-off';
import type { OpenChannel } from './channel/channel';
import { Flow, type FlowEvents } from './flow';
import { locate } from './locate/locate';
import type { Resolver } from './locate/resolver';
import { placeOf, type Target } from './locate/target';
import { PageAddresses } from './page-addresses';
import { PreferredServer } from './preferred-server';
import {
  FAILED_FOR_MS,
  failed,
  inOrder,
  located,
  NO_CHOICE,
  preferredTo,
  type ServerChoice,
  worked,
} from './server-choice';

export interface SipTransportParts {
  readonly resolver: Resolver;
  readonly openChannel: (server: SipServer) => OpenChannel;
  /** The address from which this machine would now speak to a server; null = it has no way there. */
  readonly ownAddress: (target: Target) => Promise<string | null>;
  readonly clock: Clock;
  /** 0 to 1 */
  readonly random: () => number;
}

/**
 * One account's way to its SIP server, for a user agent that knows nothing but text. It finds the server, connects, and stays
 * connected: a lost connection is made anew, to the next server where there is one.
 */
export class SipTransport {
  readonly #parts: SipTransportParts;
  readonly #report: (report: SipReport) => void;
  readonly #addresses = new PageAddresses();
  #server: SipServer | null = null;
  #choice: ServerChoice = NO_CHOICE;
  #flow: Flow | null = null;
  #preferred: PreferredServer | null = null;
  #lastHost: string | null = null;
  /** Of retries, since something was last heard from a server. */
  #attempt = 0;
  #cancelRetry: () => void = () => undefined;
  /** Counts the beginnings: what comes of an earlier one is thrown away. */
  #run = 0;

  constructor(parts: SipTransportParts, report: (report: SipReport) => void) {
    this.#parts = parts;
    this.#report = report;
  }

  obey(order: SipOrder): void {
    switch (order.kind) {
      case 'connect':
        this.#stop();
        this.#server = order.server;
        void this.#connect(order.server);
        break;
      case 'send':
        void this.#send(order.id, order.text);
        break;
      case 'check':
        void this.#check();
        break;
      case 'tryNext':
        if (this.#flow) this.#flow.lose({ kind: 'unanswered', at: placeOf(this.#flow.target) });
        break;
      case 'disconnect':
        this.dispose();
        break;
      default:
        missingCase(order);
    }
  }

  dispose(): void {
    this.#server = null;
    this.#stop();
  }

  #stop(): void {
    this.#run++;
    this.#cancelRetry();
    this.#preferred?.dispose();
    this.#flow?.dispose();
    this.#flow = null;
  }

  async #send(id: number, text: string): Promise<void> {
    const sent = this.#flow?.send(text) ?? { kind: 'closed' as const, at: this.#server?.domain ?? '' };
    this.#report({ kind: 'sent', id, failure: await sent });
  }

  async #connect(server: SipServer): Promise<void> {
    const run = ++this.#run;
    this.#report({ kind: 'connecting' });
    const found = await locate(server, this.#parts.resolver, this.#parts.random);
    if (run !== this.#run) return;
    // A name server that is gone does not take away the servers that are known.
    if (found.ok) this.#choice = located(this.#choice, found.value);
    else if (this.#choice.targets.length === 0) return this.#lost(found.error);
    const opened = await this.#openFirst(server, run);
    if (run !== this.#run) return opened.ok ? opened.value.dispose() : undefined;
    if (opened.ok) this.#use(server, opened.value);
    else this.#lost(opened.error);
  }

  /** RFC 3263 section 4.3: the next one, where one cannot be reached. */
  async #openFirst(server: SipServer, run: number): Promise<Result<Flow, TransportFailure>> {
    let cause: TransportFailure = { kind: 'noSuchName', name: server.domain };
    const targets = inOrder(this.#choice, this.#parts.clock.now());
    for (const [index, target] of targets.entries()) {
      const parts = { ...this.#parts, openChannel: this.#parts.openChannel(server), addresses: this.#addresses };
      const opened = await Flow.open(target, parts, this.#eventsOf(run, target));
      if (opened.ok || run !== this.#run) return opened;
      this.#choice = failed(this.#choice, target, this.#parts.clock.now());
      if (index === 0) cause = opened.error;
    }
    return failure(cause);
  }

  #eventsOf(run: number, target: Target): FlowEvents {
    return {
      onMessage: (text) => {
        this.#attempt = 0;
        this.#choice = worked(this.#choice, target);
        this.#report({ kind: 'received', text });
      },
      onSeen: (address) => this.#report({ kind: 'seen', address }),
      onLost: (cause) => {
        if (run !== this.#run) return;
        this.#choice = failed(this.#choice, target, this.#parts.clock.now());
        this.#stop();
        this.#lost(cause);
      },
    };
  }

  #use(server: SipServer, flow: Flow): void {
    const { transport, local, target } = flow;
    const addressChanged = this.#lastHost !== null && this.#lastHost !== local.host;
    this.#flow = flow;
    this.#lastHost = local.host;
    this.#preferred = new PreferredServer(this.#parts.clock, this.#parts.openChannel(server), (better) => {
      this.#choice = worked(this.#choice, better);
      this.#report({ kind: 'preferredAgain' });
    });
    this.#preferred.lookAfter(preferredTo(this.#choice, target), FAILED_FOR_MS);
    const place = { host: target.address, port: target.port };
    this.#report({ kind: 'connected', transport, local, server: place, addressChanged });
  }

  #lost(cause: TransportFailure): void {
    const server = this.#server;
    if (server === null) return;
    const retryAfter = Math.round(backOffDelay(this.#attempt++, this.#parts.random()));
    this.#cancelRetry = this.#parts.clock.after(retryAfter, () => void this.#connect(server));
    this.#report({ kind: 'lost', failure: cause, retryAfter });
  }

  async #check(): Promise<void> {
    const [run, server, flow] = [this.#run, this.#server, this.#flow];
    if (server === null) return;
    // Whoever waits for the next attempt need not wait longer: the network may be back.
    if (flow === null) return this.obey({ kind: 'connect', server });
    const own = await this.#parts.ownAddress(flow.target);
    if (run !== this.#run) return;
    if (own === flow.local.host) flow.check();
    else this.obey({ kind: 'connect', server });
  }
}
