import { missingCase } from '../../src-main/base/missing-case';
import type { LineCommand } from '../../src-main/contract/line-port';
import { Conferences } from './conference/conferences';
import type { MixContext } from './conference/mix';
import { Line } from './line';
import type { LineTools } from './line-tools';
import type { MachineDevices } from './machine-devices';
import { qualityOf } from './quality';
import type { Ringer } from './ringer/ringer';
import { refusalWithoutLine, type WatchCommand } from './subscriptions/watch-command';
import { Tidying } from './tidying';
import type { VoiceDevices } from './voice-devices';

/** Obeys the main process. A command for a line or a call that has just gone is late, not wrong, and does nothing. */
export class LinePage {
  readonly #lines = new Map<string, Line>();
  readonly #conferences: Conferences;
  readonly #tools: LineTools;

  readonly #ringer: Ringer;
  readonly #devices: Pick<MachineDevices, 'list'> & Pick<VoiceDevices, 'choose'>;

  constructor(
    tools: Omit<LineTools, 'onCallEnded'>,
    ringer: Ringer,
    devices: Pick<MachineDevices, 'list'> & Pick<VoiceDevices, 'choose'>,
    createMixContext: () => MixContext,
    collectGarbage?: () => void,
  ) {
    this.#ringer = ringer;
    this.#devices = devices;
    this.#conferences = new Conferences((call) => this.#call(call)?.voice, createMixContext, tools.report);
    const anyCall = (): boolean => [...this.#lines.values()].some((line) => line.busy);
    const tidying = new Tidying(collectGarbage, tools.clock, anyCall);
    this.#tools = {
      ...tools,
      onCallEnded: (call) => {
        this.#conferences.leave(call);
        tidying.callEnded();
      },
    };
  }

  obey(command: LineCommand): void {
    switch (command.kind) {
      case 'addLine':
        this.#add(command);
        break;
      case 'removeLine':
        this.#remove(command.line);
        break;
      case 'invite':
        this.#invite(command);
        break;
      case 'answer':
        this.#call(command)?.answer();
        break;
      case 'release':
        this.#call(command)?.release();
        break;
      case 'hold':
        this.#call(command)?.setHeld(true);
        break;
      case 'resume':
        this.#call(command)?.setHeld(false);
        break;
      case 'sendDigit':
        this.#lines.get(command.line)?.sendDigit(command.call, command.digit);
        break;
      case 'setVoice':
        this.#lines.get(command.line)?.setVoice({ muted: command.muted, gain: command.gain });
        break;
      case 'loadTones':
        this.#ringer.loadTones(command.tones);
        break;
      case 'playTone':
        this.#ringer.playTone(command.line, command.tone, command.gain);
        break;
      case 'loadAlert':
        this.#ringer.loadAlert(command.wav);
        break;
      case 'playAlert':
        this.#ringer.playAlert(command.alert, command.wav, command.gain);
        break;
      case 'checkConnections':
        this.networkIsBack();
        break;
      case 'transfer':
        this.#lines.get(command.line)?.transfer(command.call, command.target);
        break;
      case 'transferToCall':
        this.#call(command)?.transfer(this.#call(command.other)?.asTarget ?? null);
        break;
      case 'join':
        this.#conferences.join(command.line, command.calls);
        break;
      case 'measure':
        this.#measure(command);
        break;
      case 'listDevices':
        void this.#devices.list();
        break;
      case 'chooseDevices':
        this.#ringer.chooseOutputs(command);
        this.#devices.choose(command);
        // One that was chosen must be missed when it goes. Else they are not asked for: it starts two processes of Chromium's.
        if (command.microphone || command.voiceOutput || command.ringOutput) void this.#devices.list();
        break;
      case 'subscribe':
      case 'unsubscribe':
      case 'publish':
      case 'ask':
        this.#watch(command);
        break;
      default:
        missingCase(command);
    }
  }

  networkIsBack(): void {
    for (const line of this.#lines.values()) line.networkIsBack();
  }

  #add({ line: id, account }: Extract<LineCommand, { kind: 'addLine' }>): void {
    const existing = this.#lines.get(id);
    if (existing !== undefined && JSON.stringify(existing.account) === JSON.stringify(account)) {
      existing.repeat();
      return;
    }
    existing?.remove();
    const line = new Line(id, account, this.#tools, existing?.voiceSettings);
    this.#lines.set(id, line);
    line.connect();
  }

  #remove(id: string): void {
    this.#ringer.playTone(id, null, 0);
    this.#lines.get(id)?.remove();
    this.#lines.delete(id);
  }

  #invite({ line: id, call, target }: Extract<LineCommand, { kind: 'invite' }>): void {
    const line = this.#lines.get(id);
    if (line === undefined) {
      // Whoever waits for this call must hear of its end.
      this.#tools.report({ kind: 'ended', line: id, call, by: 'network', status: null });
      return;
    }
    line.invite(call, target);
  }

  #measure({ line, call }: Extract<LineCommand, { kind: 'measure' }>): void {
    const peer = this.#call({ line, call })?.voice.peerConnection;
    // A connection that closes meanwhile has nothing to say any more.
    qualityOf(peer)
      .catch(() => null)
      .then((quality) => this.#tools.report({ kind: 'quality', line, call, quality }));
  }

  #watch(command: WatchCommand): void {
    const line = this.#lines.get(command.line);
    if (line !== undefined) {
      line.watches.obey(command);
      return;
    }
    const refusal = refusalWithoutLine(command);
    if (refusal !== null) this.#tools.report(refusal);
  }

  #call({ line, call }: { readonly line: string; readonly call: string }) {
    return this.#lines.get(line)?.call(call);
  }
}
