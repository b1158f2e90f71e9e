import { failure, type Result, success } from '../base/result';
import type { CtiLink, CtiLinkListener, Database, Destination } from '../cef/ports';
import type { CtiEvent, CtiParameters, CtiRequest, CtiResult } from '../contract/cti-messages';
import type { LineCommand, LineEvent } from '../contract/line-port';
import type { ToldStatus } from '../contract/line-status';
import type { CalledParty, CallManagerToStation, StationToCallManager, UserData } from '../contract/station';
import { failureOf, lastCallTo } from './calls/own-calls';
import { RecallAddresses } from './calls/recall-addresses';
import { LineMonitors } from './line-monitors';
import { type CallOutcome, outcomeOf } from './line-state/failed-call';
import type { LinkInput } from './link-input';
import { OwnLines, type PbxLine } from './own-lines';
import { PageLines } from './page-lines';

export interface PbxLinkPorts {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Forwards and the like are configured at the server: there are no features to show. */
  readonly station: Omit<CallManagerToStation, 'showFeatures' | 'serviceNotAvailable'>;
  send(command: LineCommand): void;
  /** The calling number of the request that waits for this one, or undefined. */
  waiterFor(number: string): string | undefined;
  localeOf(device: string): string;
  trace(text: string): void;
  /** Hears everything that the link learns, before anything comes of it. */
  record?(input: LinkInput): void;
}

/** Seconds. A request for want of a reply lives three hours, and none lives longer. */
const LONGEST_WAIT = 3 * 3600;

/**
 * Stands in the place of the CTIManager link and of CallManager where the SIP server is somebody else's and knows nothing of
 * us. What CTIManager would tell of a line is found out by SIP, and what CallManager would know of a number is what a
 * call to it has met with. "With a PBX: straight to the handler."
 */
export class PbxLink implements CtiLink, StationToCallManager, Database {
  readonly #own: OwnLines;
  readonly #monitors: LineMonitors;
  #listener: CtiLinkListener | null = null;
  readonly #opened = new Set<string>();
  readonly #followed = new Set<string>();
  readonly #pageLines = new PageLines();
  /** What became of the last call on which CallBack was pressed, by number. */
  readonly #outcomes = new Map<string, CallOutcome>();
  readonly #recalls = new RecallAddresses();
  /** The one phone of this desk. */
  readonly #device: string;
  readonly #ports: PbxLinkPorts;

  constructor(device: string, ports: PbxLinkPorts) {
    this.#device = device;
    this.#ports = ports;
    this.#own = new OwnLines({
      changed: (line, number, status) => this.#ownLineChanged(line, number, status),
      callIds: (ids) => this.#monitors.ownCalls(ids),
      outcome: (event) => {
        if (this.#followed.has(device)) this.#tell({ ...event, device });
      },
    });
    this.#monitors = new LineMonitors({
      now: ports.now,
      send: ports.send,
      report: (number, status, detail) => {
        ports.trace(`line ${number} ${status}${detail ? `, ${detail}` : ''}`);
        if (this.#opened.has(number)) this.#tell({ kind: 'lineStatus', number, status, detail });
      },
      refuse: (number, screen) => {
        this.#tell({ kind: 'lineRefused', number, screen });
      },
      show: (number, means, every) => {
        ports.trace(`line ${number} is watched: ${means}`);
        if (this.#opened.has(number)) ports.station.showWatch(device, { number, means, every });
      },
      trace: ports.trace,
    });
  }

  /** There is no wire to the service: the link is open at once, and stays so. */
  start(listener: CtiLinkListener): void {
    this.#listener = listener;
    listener.onDidOpen();
  }

  /** The accounts, anew whenever they have changed. */
  setLines(lines: readonly PbxLine[]): void {
    this.#record({ kind: 'lines', lines: [...lines] });
    this.#own.setLines(lines);
  }

  /** The phone has sent its line page a command. A line that is new to the page, or has another account, begins with nothing. */
  sent(command: LineCommand): void {
    const change = this.#pageLines.sent(command);
    if (!change?.account) return;
    this.#record({ kind: 'lineAdded', line: change.line });
    this.#own.lineAdded(change.line);
    this.#monitors.beginAnew(change.line);
  }

  /** The page is gone, and every line with it: all of them are added again when it is back. */
  linePageLost(): void {
    this.#record({ kind: 'linePageLost' });
    for (const line of this.#pageLines.lost()) this.#own.lineAdded(line);
  }

  onLineEvent(event: LineEvent): void {
    this.#record({ kind: 'lineEvent', event });
    switch (event.kind) {
      case 'subscription':
      case 'notified':
      case 'published':
      case 'asked':
        this.#monitors.onReport(event);
        break;
      default:
        this.#own.onLineEvent(this.#recalls.asDialled(event));
        if (event.kind === 'registration' && event.state === 'registered') this.#monitors.registered(event.line);
    }
  }

  /** Once a second. */
  tick(): void {
    this.#monitors.tick();
  }

  /** What the phone wants of its line page, with the address that a monitor has named in the place of the number. */
  route(command: LineCommand): LineCommand {
    if (command.kind === 'invite') this.#record(command);
    return this.#recalls.route(command);
  }

  // The phone.

  hookChanged(device: string, line: string | null): void {
    const offHook = line !== null;
    this.#record({ kind: 'hook', device, offHook });
    this.#own.setLifted(offHook);
  }

  callBackPressed(device: string, line: string, called: CalledParty | null): boolean {
    this.#record({ kind: 'callBack', device, line, called });
    const calling = this.#own.numberOf(line);
    if (!this.#listener || calling === undefined) return false;
    if (!called) {
      this.#tell({ kind: 'callBackPressed', device, calling, called: null });
      return true;
    }
    const call = lastCallTo(this.#own.calls, line, called.number);
    const failed = call && failureOf(call);
    // Pressed before the INVITE has left: nothing is known but what the phone itself makes of it.
    const outcome: CallOutcome = failed ? outcomeOf(failed) : { kind: called.outcome, offer: null };
    if (outcome.kind === 'serviceNotAvailable') return false;
    this.#outcomes.set(called.number, outcome);
    const how = outcome.kind === 'refused' ? called.outcome : outcome.kind;
    this.#tell({ kind: 'callBackPressed', device, calling, called: { number: called.number, outcome: how } });
    return true;
  }

  servicesPressed(device: string): boolean {
    this.#record({ kind: 'services', device });
    this.#tell({ kind: 'servicesPressed', device });
    return this.#listener !== null;
  }

  userData(device: string, message: UserData): void {
    this.#record({ kind: 'userData', device, message });
    const { transaction, data } = message;
    this.#tell({ kind: 'userData', device, transaction, data });
  }

  setForwardAll(): boolean {
    return false;
  }

  readonly setForwards = (): boolean => false;
  setCallWaiting(): void {}
  setDoNotDisturb(): void {}

  // The database, as far as a call can tell what stands in it.

  findDestination(number: string): Destination {
    const outcome = this.#outcomes.get(number);
    if (outcome?.kind === 'refused') return { kind: outcome.screen === 'cannotActivate' ? 'notFound' : 'notAllowed' };
    return {
      kind: 'found',
      features: { callWaiting: false, forwardAll: null, forwardBusy: null, forwardNoAnswer: null },
    };
  }

  localeOf(device: string): string {
    return this.#ports.localeOf(device);
  }

  // The link.

  async request<Name extends CtiRequest>(
    name: Name,
    parameters: CtiParameters<Name>,
  ): Promise<Result<CtiResult<Name>, string>> {
    return this.#carryOut[name](parameters as never) as Result<CtiResult<Name>, string>;
  }

  readonly #carryOut: {
    readonly [Name in CtiRequest]: (parameters: CtiParameters<Name>) => Result<CtiResult<Name>, string>;
  } = {
    'provider/open': () => success({ version: 'SIP' }),
    'provider/heartBeat': () => success({}),
    // One service alone is there, its phones start with it, and it is told of their keys at once.
    'redundancy/takeOver': () => success({ granted: true, delivered: [] }),
    'redundancy/standDown': () => success({}),
    'presses/take': () => success({ presses: [] }),
    'line/open': ({ number }) => this.#openLine(number),
    'line/close': ({ number }) => {
      this.#closeLine(number);
      return success({});
    },
    'device/open': () => success({}),
    'device/close': () => success({}),
    'device/sendData': ({ device, xml }) => {
      this.#ports.station.deliver(device, xml);
      return success({});
    },
    'device/showPrompt': ({ device, text }) => {
      this.#ports.station.showPrompt(device, text);
      return success({});
    },
    'call/make': ({ device, number }) => {
      const address = this.#monitors.addressOf(number);
      if (address !== null) this.#recalls.set(number, address);
      this.#monitors.recall(number);
      this.#ports.station.makeCall(device, number, this.#lineFor(number)?.id);
      return success({});
    },
    'callBack/follow': ({ device }) => {
      this.#followed.add(device);
      return success({});
    },
    'callBack/unfollow': ({ device }) => {
      this.#followed.delete(device);
      this.#recalls.clear();
      for (const number of this.#monitors.numbers()) if (!this.#opened.has(number)) this.#monitors.close(number);
      return success({});
    },
  };

  #openLine(number: string): Result<{ readonly status: ToldStatus }, string> {
    this.#opened.add(number);
    const own = this.#own.statusOf(number);
    if (own !== undefined) return success({ status: own });
    const line = this.#lineFor(number);
    if (!line) return failure('no account is left to watch it by');
    // It was kept over a recall, which has met with no answer.
    if (this.#monitors.has(number)) this.#monitors.again(number);
    else this.#watch(number, line);
    return success({ status: this.#monitors.statusOf(number) });
  }

  #watch(number: string, line: PbxLine): void {
    const outcome = this.#outcomes.get(number);
    const waits = outcome && 'offer' in outcome ? outcome : null;
    this.#monitors.open({
      line: line.id,
      identity: line.identity,
      number,
      reason: waits?.kind ?? 'busy',
      offer: waits?.offer ?? null,
      duration: LONGEST_WAIT,
      lastResort: line.lastResort,
      askEvery: line.askEvery,
    });
  }

  #closeLine(number: string): void {
    this.#opened.delete(number);
    if (this.#own.statusOf(number) !== undefined) return;
    this.#ports.station.showWatch(this.#device, null);
    if (!(this.#followed.has(this.#device) && this.#monitors.isQueued(number))) this.#monitors.close(number);
  }

  #lineFor(number: string): PbxLine | undefined {
    const waiter = this.#ports.waiterFor(number);
    return this.#own.lines.find((line) => line.number === waiter) ?? this.#own.lines[0];
  }

  #ownLineChanged(line: string, number: string, status: ToldStatus): void {
    // First what the called lines are worth now: whoever hears that we are on hook may act on it at once.
    this.#monitors.ownLine(line, status === 'onHook');
    if (this.#opened.has(number)) this.#tell({ kind: 'lineStatus', number, status });
  }

  #record(input: LinkInput): void {
    this.#ports.record?.(input);
  }

  #tell(event: CtiEvent): void {
    this.#listener?.onEvent(event);
  }
}
