import * as v from 'valibot';
import { ErrorCodes, ResponseError } from 'vscode-jsonrpc/node';
import type { Clock } from '../../base/clock';
import type { IncomingLink } from '../../base/link/link-listener';
import { isSameSecret } from '../../base/same-secret';
import { type ApplicationRoll, type CtiApplication, type Delivery, ROLL_METHOD } from '../../contract/cti-applications';
import {
  CTI_EVENT_METHOD,
  CTI_REQUESTS,
  type CtiEvent,
  type CtiParameters,
  type CtiPress,
  type CtiRequest,
  type CtiResult,
  PRESSED_METHOD,
} from '../../contract/cti-messages';
import type { LineDetail, LineStatus } from '../../contract/line-status';

/** What the rest of CallManager does for an application. */
export interface ProviderPorts {
  readonly password: string;
  isLine(number: string): boolean;
  isDevice(device: string): boolean;
  statusOf(number: string): LineStatus;
  detailOf(number: string): LineDetail | null;
  deliver(device: string, xml: string): void;
  showPrompt(device: string, text: string): void;
  /** @param calling the number of the phone's line; undefined = its first */
  makeCall(device: string, number: string, calling: string | undefined): void;
  trace(text: string): void;
  /** The same, of somebody who has not shown the password: counted where there is much of it. */
  traceStranger(text: string): void;
  readonly redundancy: RedundancyPorts;
}

/** The other applications, as far as one of them has to do with them. */
interface RedundancyPorts {
  opened(provider: Provider, application: CtiApplication): void;
  isActive(instance: string): boolean;
  takeOver(instance: string): { granted: boolean; delivered: Delivery[] };
  standDown(instance: string): void;
  delivered(device: string, delivery: string): void;
  takePresses(instance: string): CtiPress[];
  /** The application has done something at the phone. */
  answered(device: string): void;
}

/** What an application may ask for that is not active. */
const FOR_ALL: readonly CtiRequest[] = [
  'provider/open',
  'provider/heartBeat',
  'redundancy/takeOver',
  'redundancy/standDown',
];

/** So many intervals without a heartbeat, and an application is gone. */
const MISSED_BEATS = 2;

const VERSION = '3.3(3)';

/** One application at the CTIManager link: what it has opened, and what it is therefore told. */
export class Provider {
  #application: CtiApplication | null = null;
  #closed: () => void = () => {};
  /** How long it may be silent, in milliseconds. */
  #patience = Number.POSITIVE_INFINITY;
  #cancelPatience: () => void = () => {};
  readonly #lines = new Set<string>();
  readonly #devices = new Set<string>();
  readonly #followed = new Set<string>();

  readonly #link: IncomingLink;
  readonly #ports: ProviderPorts;
  readonly #clock: Pick<Clock, 'after'>;

  constructor(link: IncomingLink, ports: ProviderPorts, clock: Pick<Clock, 'after'>) {
    this.#link = link;
    this.#ports = ports;
    this.#clock = clock;
    const { socket, connection } = link;
    connection.onError(([error]) => this.#traceLink(`CTI link: ${error.message}`));
    socket.once('close', () => this.#ended());
    for (const name of Object.keys(CTI_REQUESTS) as CtiRequest[])
      connection.onRequest(name, (parameters: unknown) => this.#answer(name, parameters));
    connection.listen();
  }

  /** Of the application that has opened it; null = none has. */
  get instance(): string | null {
    return this.#application?.instance ?? null;
  }

  onDidClose(listener: () => void): void {
    this.#closed = listener;
  }

  /** Ends the connection. The other side may be long gone. */
  drop(why: string): void {
    this.#traceLink(
      `CTI application at ${this.#application?.address ?? 'no address'} ${why}: its connection is closed`,
    );
    this.#link.socket.destroy();
    this.#ended();
  }

  /** Anybody on this machine may connect; until he has opened the provider he must not fill the log. */
  #traceLink(text: string): void {
    if (this.#application) this.#ports.trace(text);
    else this.#ports.traceStranger(text);
  }

  tellRoll(roll: ApplicationRoll): void {
    if (this.#application) this.#send(ROLL_METHOD, roll);
  }

  lineStatus(number: string, status: LineStatus, detail: LineDetail | null): void {
    if (this.#lines.has(number)) this.notify({ kind: 'lineStatus', number, status, ...(detail && { detail }) });
  }

  /** A line that the database has no more is closed. Who waits for it waits for nobody. */
  closeLostLines(): void {
    for (const number of this.#lines)
      if (!this.#ports.isLine(number)) {
        this.#lines.delete(number);
        this.notify({ kind: 'lineRefused', number, screen: 'cannotActivate' });
      }
  }

  callOutcome(event: Extract<CtiEvent, { kind: 'callConnected' | 'callFailed' }>): void {
    if (this.#followed.has(event.device)) this.notify(event);
  }

  /** Softkeys and their answers are the application's own business: it hears of them without opening the phone. */
  notify(event: CtiEvent): void {
    if (this.#application) this.#send(CTI_EVENT_METHOD, event);
  }

  /** There are presses to take. */
  tellPressed(): void {
    if (this.#application) this.#send(PRESSED_METHOD, {});
  }

  #send(method: string, message: object): void {
    const { socket, connection } = this.#link;
    if (!socket.destroyed) void connection.sendNotification(method, message).catch(() => socket.destroy());
  }

  #ended(): void {
    this.#cancelPatience();
    this.#closeAll();
    this.#link.connection.dispose();
    this.#closed();
    this.#closed = () => {};
  }

  /** "Cisco Extended Functions and Cisco CTIManager exchange heartbeats to maintain the connection." */
  #heard(): void {
    this.#cancelPatience();
    if (this.#patience === Number.POSITIVE_INFINITY) return;
    this.#cancelPatience = this.#clock.after(this.#patience, () => this.drop('has sent no heartbeat'));
  }

  #closeAll(): void {
    for (const opened of [this.#lines, this.#devices, this.#followed]) opened.clear();
  }

  #answer(name: CtiRequest, parameters: unknown): unknown {
    const checked = v.safeParse(CTI_REQUESTS[name].parameters, parameters);
    if (!checked.success) return refuse(ErrorCodes.InvalidParams, `${name}: ${checked.issues[0].message}`);
    const { instance } = this;
    if (instance === null && name !== 'provider/open')
      return refuse(ErrorCodes.InvalidRequest, 'the provider is not open');
    this.#heard();
    if (!FOR_ALL.includes(name) && !(instance && this.#ports.redundancy.isActive(instance)))
      return refuse(ErrorCodes.InvalidRequest, 'the application is not active');
    try {
      return this.#carryOut[name](checked.output as never);
    } catch (error) {
      return error instanceof Refusal ? refuse(ErrorCodes.InvalidParams, error.message) : Promise.reject(error);
    }
  }

  readonly #carryOut: { readonly [Name in CtiRequest]: (parameters: CtiParameters<Name>) => CtiResult<Name> } = {
    'provider/open': ({ password, heartBeatInterval, ...application }) => {
      if (!isSameSecret(password, this.#ports.password)) throw new Refusal('wrong password');
      if (this.#application) throw new Refusal('the provider is open already');
      this.#application = application;
      this.#link.opened();
      this.#patience = MISSED_BEATS * heartBeatInterval * 1000;
      this.#heard();
      this.#ports.redundancy.opened(this, application);
      return { version: VERSION };
    },
    'provider/heartBeat': () => ({}),
    'redundancy/takeOver': () => this.#ports.redundancy.takeOver(this.instance ?? ''),
    'redundancy/standDown': () => {
      this.#closeAll();
      this.#ports.redundancy.standDown(this.instance ?? '');
      return {};
    },
    'presses/take': () => ({ presses: this.#ports.redundancy.takePresses(this.instance ?? '') }),
    'line/open': ({ number }) => {
      if (!this.#ports.isLine(number)) throw new Refusal(`there is no line ${number}`);
      this.#lines.add(number);
      this.#ports.trace(`CTI line ${number} opened`);
      const detail = this.#ports.detailOf(number);
      return { status: this.#ports.statusOf(number), ...(detail && { detail }) };
    },
    'line/close': ({ number }) => {
      if (this.#lines.delete(number)) this.#ports.trace(`CTI line ${number} closed`);
      return {};
    },
    'device/open': ({ device }) => {
      this.#devices.add(this.#known(device));
      return {};
    },
    'device/close': ({ device }) => {
      this.#devices.delete(device);
      return {};
    },
    'device/sendData': ({ device, xml, delivery }) => {
      if (!this.#devices.has(device)) throw new Refusal(`the phone ${device} is not open`);
      this.#ports.redundancy.answered(device);
      this.#ports.deliver(device, xml);
      if (delivery !== undefined) this.#ports.redundancy.delivered(device, delivery);
      return {};
    },
    'device/showPrompt': ({ device, text }) => {
      this.#ports.redundancy.answered(device);
      this.#ports.showPrompt(this.#known(device), text);
      return {};
    },
    'call/make': ({ device, number, calling }) => {
      this.#ports.redundancy.answered(device);
      this.#ports.makeCall(this.#known(device), number, calling);
      return {};
    },
    'callBack/follow': ({ device }) => {
      this.#followed.add(this.#known(device));
      return {};
    },
    'callBack/unfollow': ({ device }) => {
      this.#followed.delete(device);
      return {};
    },
  };

  #known(device: string): string {
    if (!this.#ports.isDevice(device)) throw new Refusal(`there is no phone ${device}`);
    return device;
  }
}

/** An expected failure of a request: the application is told, and nothing is broken. */
class Refusal extends Error {}

const refuse = (code: number, message: string): ResponseError<void> => new ResponseError(code, message);
