import type { ApplicationRoll } from '../contract/cti-applications';
import type { CalledParty, CallManagerToStation, Forwards, StationToCallManager, UserData } from '../contract/station';
import { callOutcomes } from './call-processing/call-outcomes';
import { lineFeaturesOf } from './call-processing/features';
import { LineBook } from './call-processing/line-book';
import { StationDisplay } from './call-processing/station-display';
import { CtiManager } from './cti-manager/cti-manager';
import type { DeviceTable } from './devices/device-table';
import { ROUTE_POINT } from './devices/models';
import type { VoiceMailTable } from './devices/voice-mail-table';
import { lineIdOf, numberOfLine } from './line-id';
import { systemClock } from './sip-server/clock';
import { type CallEvent, SipServer } from './sip-server/sip-server';

export interface CallManagerParts {
  readonly devices: DeviceTable;
  readonly voiceMail: VoiceMailTable;
  readonly station: CallManagerToStation;
  /** The SIP password of a phone. */
  passwordOf(device: string): string;
  trace(text: string): void;
  /** Every SIP message, without its secrets. */
  traceSip(text: string): void;
  /** The applications at the CTIManager link are others now, or another one is active. */
  onApplications?(roll: ApplicationRoll): void;
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
  readonly #lines: LineBook;
  readonly #display: StationDisplay;
  readonly #ctiManager: CtiManager;
  readonly #stopListening: readonly (() => void)[];
  #sipServer: SipServer | null = null;
  #ctiPortTaken = 0;

  readonly #options: CallManagerOptions;
  readonly #parts: CallManagerParts;

  private constructor(options: CallManagerOptions, parts: CallManagerParts) {
    this.#options = options;
    this.#parts = parts;
    const { devices, station, trace } = parts;
    this.#lines = new LineBook({
      onStatus: (number, status, detail) => {
        trace(`line ${number} ${status}${detail ? `, ${detail}` : ''}`);
        // Who watches a CTI route point watches the phone behind it.
        for (const watched of [number, ...devices.routePointsTo(number)]) {
          this.#ctiManager.lineStatus(watched, status, detail);
          this.#display.showStatus(watched, status);
        }
      },
      onUse: (number) => this.#display.showUse(number),
    });
    this.#display = new StationDisplay({ ...parts, lines: this.#lines });
    this.#ctiManager = new CtiManager({
      password: options.ctiPassword,
      isLine: (number) => devices.findLine(number) !== undefined,
      isDevice: (device) => devices.find(device) !== undefined,
      statusOf: (number) => this.#lines.statusOf(devices.numberBehind(number) ?? number),
      detailOf: (number) => this.#lines.detailOf(devices.numberBehind(number) ?? number),
      deliver: (device, xml) => station.deliver(device, xml),
      showPrompt: (device, text) => station.showPrompt(device, text),
      makeCall: (device, number, calling) =>
        station.makeCall(device, number, calling === undefined ? undefined : lineIdOf(device, calling)),
      clock: systemClock,
      onRoll: (roll) => parts.onApplications?.(roll),
      onPressLost: (device) => station.serviceNotAvailable(device),
      trace,
    });
    for (const { name, doNotDisturb } of devices.phones()) this.#lines.setDoNotDisturb(name, doNotDisturb);
    this.#stopListening = [
      devices.onDidChange((name) => this.#deviceChanged(name)),
      parts.voiceMail.onDidChange((number) => {
        // The pilot number is every phone's.
        if (number === null) this.#display.showPhones();
        else this.#sipServer?.messagesChanged(number);
      }),
    ];
  }

  /** @throws Error if no port can be listened at */
  static async start(options: CallManagerOptions, parts: CallManagerParts): Promise<CallManager> {
    const callManager = new CallManager(options, parts);
    const [port] = await Promise.all([callManager.#ctiManager.listen(options.ctiPort), callManager.#startSip()]);
    callManager.#ctiPortTaken = port;
    parts.trace(
      `CTIManager listens at 127.0.0.1:${port}${port === options.ctiPort ? '' : ` (${options.ctiPort} is taken)`}`,
    );
    parts.trace(`SIP server listens at ${callManager.sipAddress}`);
    return callManager;
  }

  get ctiPort(): number {
    return this.#ctiPortTaken;
  }

  get applications(): ApplicationRoll {
    return this.#ctiManager.roll;
  }

  get sipAddress(): string {
    return `ws://127.0.0.1:${this.#sipServer?.port}`;
  }

  async stop(): Promise<void> {
    for (const stop of this.#stopListening) stop();
    await Promise.all([this.#ctiManager.close(), this.#sipServer?.close()]);
  }

  hookChanged(device: string, line: string | null): void {
    this.#lines.setLifted(device, line === null ? null : numberOfLine(line));
  }

  callBackPressed(device: string, line: string, called: CalledParty | null): boolean {
    const calling = numberOfLine(line);
    return this.#ctiManager.press({ kind: 'callBackPressed', device, calling, called });
  }

  servicesPressed(device: string): boolean {
    return this.#ctiManager.press({ kind: 'servicesPressed', device });
  }

  userData(device: string, { transaction, data }: UserData): void {
    this.#ctiManager.press({ kind: 'userData', device, transaction, data });
  }

  setForwardAll(device: string, target: string | null): boolean {
    const { devices, trace } = this.#parts;
    const number = devices.find(device)?.number;
    if (number === undefined || (target !== null && devices.wouldLoop(number, target))) return false;
    trace(`line ${number} ${target === null ? 'forwards no more' : `forwards all calls to ${target}`}`);
    devices.change(device, { forwardAll: target });
    return true;
  }

  setForwards(device: string, { ringSeconds, ...forwards }: Forwards): boolean {
    const { devices } = this.#parts;
    const number = devices.find(device)?.number;
    const { forwardAll, forwardBusy, forwardNoAnswer } = forwards;
    const own = [forwardBusy, forwardNoAnswer].includes(number ?? null);
    if (number === undefined || own || (forwardAll !== null && devices.wouldLoop(number, forwardAll))) return false;
    devices.change(device, { ...forwards, forwardNoAnswerSeconds: ringSeconds });
    return true;
  }

  setCallWaiting(device: string, on: boolean): void {
    this.#parts.devices.change(device, { callWaiting: on });
  }

  setDoNotDisturb(device: string, on: boolean): void {
    this.#parts.devices.change(device, { doNotDisturb: on });
  }

  /** Must be called while the database still has the phone. */
  deviceRemoved(device: string): void {
    this.hookChanged(device, null);
    this.#lines.setDoNotDisturb(device, false);
    this.#ctiManager.deviceRemoved(device);
  }

  async #startSip(): Promise<void> {
    const { devices, traceSip } = this.#parts;
    this.#sipServer = await SipServer.listen(
      { port: this.#options.sipPort, domain: this.#options.domain },
      {
        // A CTI route point has no phone that could be called.
        findUser: (number) => (devices.phonesWith(number).length > 0 ? devices.findLine(number) : undefined),
        passwordOf: (device) => (devices.find(device) ? this.#parts.passwordOf(device) : undefined),
        findLine: (device, number) => {
          const line = devices.find(device)?.lines.find((each) => each.number === number);
          return line && { number, displayName: line.displayName, device };
        },
        featuresOf: (number) => lineFeaturesOf(devices.findLine(number)),
        isBusy: (number, device) => this.#lines.isLifted(number, device),
        refusesCalls: (device) => this.#lines.refusesCalls(device),
        messagesOf: (number) => this.#parts.voiceMail.messagesOf(number),
        onRegistration: (number, registered) => {
          this.#lines.setPhones(number, registered);
          for (const device of registered) this.#display.showPhone(device);
        },
        onCall: (event) => this.#onCall(event),
        onHold: (call, number, on) => this.#lines.onHold(call, number, on),
        trace: traceSip,
      },
    );
  }

  #onCall(event: CallEvent): void {
    const { from, to, state, status } = event;
    this.#parts.trace(`call ${from} -> ${to} ${state}${status === null ? '' : ` ${status}`}`);
    this.#lines.onCall(event);
    for (const outcome of callOutcomes(event, this.#parts.devices)) this.#ctiManager.callOutcome(outcome);
  }

  /** Whoever has changed the database, phones and applications see it at once. */
  #deviceChanged(name: string): void {
    this.#ctiManager.linesChanged();
    const { devices } = this.#parts;
    const device = devices.find(name);
    if (!device) return;
    if (device.model === ROUTE_POINT) {
      const behind = devices.numberBehind(device.number) ?? device.number;
      this.#ctiManager.lineStatus(device.number, this.#lines.statusOf(behind));
      return;
    }
    this.#lines.setDoNotDisturb(name, device.doNotDisturb);
    this.#display.showPhone(name);
  }
}
