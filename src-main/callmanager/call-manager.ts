import type { CalledParty, CallManagerToStation, StationToCallManager, UserData } from '../contract/station';
import { LineBook } from './call-processing/line-book';
import { CtiManager } from './cti-manager/cti-manager';
import type { DeviceTable } from './database/device-table';
import { type CallEvent, SipServer } from './sip-server/sip-server';

export interface CallManagerParts {
  readonly devices: DeviceTable;
  readonly station: CallManagerToStation;
  /** The SIP password of a number. */
  passwordOf(number: string): string;
  trace(text: string): void;
  /** Every SIP message, without its secrets. */
  traceSip(text: string): void;
}

export interface CallManagerOptions {
  readonly domain: string;
  /** 0 = any free port. */
  readonly sipPort: number;
  readonly ctiPort: number;
  readonly ctiPassword: string;
}

/** The built-in CallManager: a SIP server, the lines as it sees them, and CTIManager, on loopback. */
export class CallManager implements StationToCallManager {
  private readonly lines: LineBook;
  private readonly ctiManager: CtiManager;
  private sipServer: SipServer | null = null;
  private ctiPortTaken = 0;

  private constructor(
    private readonly options: CallManagerOptions,
    private readonly parts: CallManagerParts,
  ) {
    const { devices, station, trace } = parts;
    this.lines = new LineBook((number, status) => {
      trace(`line ${number} ${status}`);
      this.ctiManager.lineStatus(number, status);
    });
    this.ctiManager = new CtiManager({
      password: options.ctiPassword,
      isLine: (number) => devices.findByNumber(number) !== undefined,
      isDevice: (device) => devices.find(device) !== undefined,
      statusOf: (number) => this.lines.statusOf(number),
      deliver: (device, xml) => station.deliver(device, xml),
      showPrompt: (device, text) => station.showPrompt(device, text),
      makeCall: (device, number) => station.makeCall(device, number),
      trace,
    });
  }

  /** @throws Error if no port can be listened at */
  static async start(options: CallManagerOptions, parts: CallManagerParts): Promise<CallManager> {
    const callManager = new CallManager(options, parts);
    const [port] = await Promise.all([callManager.ctiManager.listen(options.ctiPort), callManager.startSip()]);
    callManager.ctiPortTaken = port;
    parts.trace(
      `CTIManager listens at 127.0.0.1:${port}${port === options.ctiPort ? '' : ` (${options.ctiPort} is taken)`}`,
    );
    parts.trace(`SIP server listens at ${callManager.sipAddress}`);
    return callManager;
  }

  get ctiPort(): number {
    return this.ctiPortTaken;
  }

  get sipAddress(): string {
    return `ws://127.0.0.1:${this.sipServer?.port}`;
  }

  async stop(): Promise<void> {
    await Promise.all([this.ctiManager.close(), this.sipServer?.close()]);
  }

  hookChanged(device: string, offHook: boolean): void {
    const number = this.parts.devices.find(device)?.number;
    if (number) this.lines.setLifted(number, offHook);
  }

  callBackPressed(device: string, _line: string, called: CalledParty | null): boolean {
    const calling = this.parts.devices.find(device)?.number;
    return calling !== undefined && this.ctiManager.notify({ kind: 'callBackPressed', device, calling, called });
  }

  servicesPressed(device: string): boolean {
    return this.ctiManager.notify({ kind: 'servicesPressed', device });
  }

  userData(device: string, { transaction, data }: UserData): void {
    this.ctiManager.notify({ kind: 'userData', device, transaction, data });
  }

  /** Must be called while the database still has the phone. */
  deviceRemoved(device: string): void {
    this.hookChanged(device, false);
    this.ctiManager.notify({ kind: 'deviceRemoved', device });
  }

  private async startSip(): Promise<void> {
    const { devices, passwordOf, traceSip } = this.parts;
    this.sipServer = await SipServer.listen(
      { port: this.options.sipPort, domain: this.options.domain },
      {
        findUser: (number) => {
          const device = devices.findByNumber(number);
          return device && { number, displayName: device.displayName, password: passwordOf(number) };
        },
        isBusy: (number) => this.lines.isLifted(number),
        onRegistration: (number, contacts) => this.lines.setContacts(number, contacts),
        onCall: (event) => this.onCall(event),
        trace: traceSip,
      },
    );
  }

  private onCall(event: CallEvent): void {
    this.parts.trace(
      `call ${event.from} -> ${event.to} ${event.state}${event.status === null ? '' : ` ${event.status}`}`,
    );
    this.lines.onCall(event);
    const caller = this.parts.devices.findByNumber(event.from)?.name;
    const called = this.parts.devices.findByNumber(event.to)?.name;
    if (event.state === 'connected') {
      if (caller) this.ctiManager.callOutcome({ kind: 'callConnected', device: caller, number: event.to });
      if (called) this.ctiManager.callOutcome({ kind: 'callConnected', device: called, number: event.from });
    } else if (event.state === 'ended' && event.status !== null && caller) {
      this.ctiManager.callOutcome({ kind: 'callFailed', device: caller, number: event.to, status: event.status });
    }
  }
}
