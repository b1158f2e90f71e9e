import * as v from 'valibot';
import type { Clock } from '../../../src-main/base/clock.ts';
import { failure, success } from '../../../src-main/base/result.ts';
import { systemClock } from '../../../src-main/base/system-clock.ts';
import {
  type SipOrder,
  type SipReport,
  type SipServer,
  sipOrderSchema,
  sipReportSchema,
} from '../../../src-main/contract/sip-transport.ts';
import { channelOpener } from '../../../src-main/sip-transport/channel/open-channel.ts';
import { ownAddressTowards } from '../../../src-main/sip-transport/channel/own-address.ts';
import type { Resolver, SrvRecord } from '../../../src-main/sip-transport/locate/resolver.ts';
import { SipTransport } from '../../../src-main/sip-transport/sip-transport.ts';
import { waitFor } from '../wait-for.ts';
import { request, type SipText } from './sip-text.ts';

export const serverAt = (parts: Partial<SipServer>): SipServer => ({
  domain: 'localhost',
  host: '127.0.0.1',
  port: null,
  transport: 'udp',
  pin: null,
  keepAlive: 'crlf',
  ...parts,
});

/** A DNS that knows one domain. */
export const zoneOf = (records: readonly SrvRecord[]): Resolver => ({
  naptr: async () => failure('noSuchName'),
  srv: async (name) => (name === '_sip._tcp.pbx.test' ? success(records) : failure('noSuchName')),
  addresses: async () => failure('noSuchName'),
});

/** The page's side of a SipTransport, as a test plays it. */
export class TransportStage {
  readonly reports: SipReport[] = [];
  ownAddress: string | null = '127.0.0.1';
  readonly #transport: SipTransport;
  #last = 0;

  constructor(
    options: { readonly clock?: Clock; readonly authorities?: readonly string[]; readonly resolver?: Resolver } = {},
  ) {
    const clock = options.clock ?? systemClock;
    this.#transport = new SipTransport(
      {
        resolver: options.resolver ?? zoneOf([]),
        openChannel: channelOpener(clock, options.authorities ?? []),
        ownAddress: async (target) => this.ownAddress && ownAddressTowards(target),
        clock,
        random: () => 0,
      },
      // As it would come out of the other process.
      (report) => this.reports.push(v.parse(sipReportSchema, structuredClone(report))),
    );
  }

  connect(parts: Partial<SipServer>): void {
    this.#obey({ kind: 'connect', server: serverAt(parts) });
  }

  send(method: string, parts?: SipText): void {
    this.#obey({ kind: 'send', id: ++this.#last, text: request(method, parts) });
  }

  sendText(text: string): void {
    this.#obey({ kind: 'send', id: ++this.#last, text });
  }

  order(kind: 'check' | 'tryNext' | 'disconnect'): void {
    this.#obey({ kind });
  }

  all<Kind extends SipReport['kind']>(kind: Kind): readonly Extract<SipReport, { kind: Kind }>[] {
    return this.reports.filter((report): report is Extract<SipReport, { kind: Kind }> => report.kind === kind);
  }

  /** The report of that kind, the first unless another is asked for. */
  until<Kind extends SipReport['kind']>(kind: Kind, nth = 1): Promise<Extract<SipReport, { kind: Kind }>> {
    return waitFor(`report ${nth} of "${kind}"`, () => this.all(kind)[nth - 1], {
      everyMs: 5,
      otherwise: () => JSON.stringify(this.reports, null, 1),
    });
  }

  close(): void {
    this.#transport.dispose();
  }

  #obey(order: SipOrder): void {
    this.#transport.obey(v.parse(sipOrderSchema, structuredClone(order)));
  }
}
