import { timingSafeEqual } from 'node:crypto';
import type { Socket } from 'node:net';
import * as v from 'valibot';
import {
  createMessageConnection,
  ErrorCodes,
  type MessageConnection,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import {
  CTI_EVENT_METHOD,
  CTI_REQUESTS,
  type CtiEvent,
  type CtiParameters,
  type CtiRequest,
  type CtiResult,
} from '../../contract/cti-messages';
import type { LineStatus } from '../../contract/line-status';

/** What the rest of CallManager does for an application. */
export interface ProviderPorts {
  readonly password: string;
  isLine(number: string): boolean;
  isDevice(device: string): boolean;
  statusOf(number: string): LineStatus;
  deliver(device: string, xml: string): void;
  showPrompt(device: string, text: string): void;
  makeCall(device: string, number: string): void;
  trace(text: string): void;
}

const VERSION = '3.3(3)';

/** One application at the CTIManager link: what it has opened, and what it is therefore told. */
export class Provider {
  private readonly connection: MessageConnection;
  private opened = false;
  private readonly lines = new Set<string>();
  private readonly devices = new Set<string>();
  private readonly followed = new Set<string>();

  constructor(
    private readonly socket: Socket,
    private readonly ports: ProviderPorts,
  ) {
    this.connection = createMessageConnection(new StreamMessageReader(socket), new StreamMessageWriter(socket));
    this.connection.onError(([error]) => ports.trace(`CTI link: ${error.message}`));
    socket.on('error', (error) => ports.trace(`CTI link: ${error.message}`));
    socket.once('close', () => this.connection.dispose());
    for (const name of Object.keys(CTI_REQUESTS) as CtiRequest[])
      this.connection.onRequest(name, (parameters: unknown) => this.answer(name, parameters));
    this.connection.listen();
  }

  get isOpen(): boolean {
    return this.opened;
  }

  lineStatus(number: string, status: LineStatus): void {
    if (this.lines.has(number)) this.notify({ kind: 'lineStatus', number, status });
  }

  callOutcome(event: Extract<CtiEvent, { kind: 'callConnected' | 'callFailed' }>): void {
    if (this.followed.has(event.device)) this.notify(event);
  }

  /** Softkeys and their answers are the application's own business: it hears of them without opening the phone. */
  notify(event: CtiEvent): void {
    if (this.opened) void this.connection.sendNotification(CTI_EVENT_METHOD, event).catch(() => this.socket.destroy());
  }

  private answer(name: CtiRequest, parameters: unknown): unknown {
    const checked = v.safeParse(CTI_REQUESTS[name].parameters, parameters);
    if (!checked.success) return refuse(ErrorCodes.InvalidParams, `${name}: ${checked.issues[0].message}`);
    if (!this.opened && name !== 'provider/open') return refuse(ErrorCodes.InvalidRequest, 'the provider is not open');
    try {
      return this.carryOut[name](checked.output as never);
    } catch (error) {
      return error instanceof Refusal ? refuse(ErrorCodes.InvalidParams, error.message) : Promise.reject(error);
    }
  }

  private readonly carryOut: { readonly [Name in CtiRequest]: (parameters: CtiParameters<Name>) => CtiResult<Name> } = {
    'provider/open': ({ password }) => {
      if (!isSame(password, this.ports.password)) throw new Refusal('wrong password');
      this.opened = true;
      return { version: VERSION };
    },
    'provider/heartBeat': () => ({}),
    'line/open': ({ number }) => {
      if (!this.ports.isLine(number)) throw new Refusal(`there is no line ${number}`);
      this.lines.add(number);
      this.ports.trace(`CTI line ${number} opened`);
      return { status: this.ports.statusOf(number) };
    },
    'line/close': ({ number }) => {
      if (this.lines.delete(number)) this.ports.trace(`CTI line ${number} closed`);
      return {};
    },
    'device/open': ({ device }) => {
      this.devices.add(this.known(device));
      return {};
    },
    'device/close': ({ device }) => {
      this.devices.delete(device);
      return {};
    },
    'device/sendData': ({ device, xml }) => {
      if (!this.devices.has(device)) throw new Refusal(`the phone ${device} is not open`);
      this.ports.deliver(device, xml);
      return {};
    },
    'device/showPrompt': ({ device, text }) => {
      this.ports.showPrompt(this.known(device), text);
      return {};
    },
    'call/make': ({ device, number }) => {
      this.ports.makeCall(this.known(device), number);
      return {};
    },
    'callBack/follow': ({ device }) => {
      this.followed.add(this.known(device));
      return {};
    },
    'callBack/unfollow': ({ device }) => {
      this.followed.delete(device);
      return {};
    },
  };

  private known(device: string): string {
    if (!this.ports.isDevice(device)) throw new Refusal(`there is no phone ${device}`);
    return device;
  }
}

/** An expected failure of a request: the application is told, and nothing is broken. */
class Refusal extends Error {}

const refuse = (code: number, message: string): ResponseError<void> => new ResponseError(code, message);

function isSame(given: string, wanted: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(wanted)];
  return left.length === right.length && timingSafeEqual(left, right);
}
