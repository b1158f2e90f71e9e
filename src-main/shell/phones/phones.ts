import { toneWav } from '../../audio/tones';
import type { Clock } from '../../cef/ports';
import type { Key } from '../../contract/keys';
import { type LineCommand, type LineEvent, TONE_NAMES } from '../../contract/line-port';
import type { PhoneSnapshot } from '../../contract/phone-snapshot';
import type { SoftkeyTemplate } from '../../contract/softkey-template';
import type { CallManagerToStation, StationToCallManager } from '../../contract/station';
import type { Phrasebook } from '../../phone/phrases';
import { PhoneHost } from './phone-host';

/** What the phones need to know of a device that CallManager has. */
export interface PhoneConfiguration {
  readonly name: string;
  readonly number: string;
  readonly displayName: string;
  readonly userLocale: string;
}

/** CallManager, as the phones reach it. */
export interface CallManagerAccess extends StationToCallManager {
  readonly sipAddress: string;
}

export interface PhonesPorts {
  readonly clock: Clock;
  readonly domain: string;
  readonly template: SoftkeyTemplate;
  phrases(locale: string): Phrasebook;
  passwordOf(number: string): string;
  send(command: LineCommand): void;
  play(file: string, line: string, gain: number): void;
  publish(device: string, snapshot: PhoneSnapshot): void;
  /** The line page has been sent its tones: now is the time for other sounds. */
  onSoundsLoaded(): void;
}

/** Seconds that a registration lasts before it must be renewed. */
const REGISTRATION_EXPIRES = 300;

/** Milliseconds after the last line is registered: the windows are being painted until then. */
const SOUNDS_AFTER = 400;

/** Numbers of the demo cluster have that many digits, and are dialled when they are complete. */
const NUMBER_LENGTH = 4;

/** All the phones of this app, by the name that CallManager has for them. */
export class Phones implements CallManagerToStation {
  private readonly hosts = new Map<string, PhoneHost>();
  private callManager: CallManagerAccess | null = null;
  private linePageReady = false;
  private soundsLoaded = false;

  constructor(private readonly ports: PhonesPorts) {}

  connect(callManager: CallManagerAccess): void {
    this.callManager = callManager;
  }

  get allRegistered(): boolean {
    return [...this.hosts.values()].every((host) => host.registered);
  }

  add(phone: PhoneConfiguration): void {
    const { name, number, displayName } = phone;
    const { clock, domain, template, phrases, passwordOf, publish, play } = this.ports;
    const host = new PhoneHost(
      { name, number, displayName, line: number, template, completeAfterDigits: NUMBER_LENGTH },
      {
        clock,
        phrases: phrases(phone.userLocale),
        account: {
          number,
          displayName,
          domain,
          authenticationUser: number,
          password: passwordOf(number),
          server: this.connected().sipAddress,
          expires: REGISTRATION_EXPIRES,
          iceServers: [],
        },
        send: (command) => this.send(command),
        play,
        callManager: () => this.connected(),
        publish: (snapshot) => publish(name, snapshot),
      },
    );
    this.hosts.set(name, host);
    if (this.linePageReady) host.attach();
  }

  remove(name: string): void {
    this.hosts.get(name)?.dispose();
    this.hosts.delete(name);
  }

  press(name: string, key: Key): void {
    this.hosts.get(name)?.input({ kind: 'key', key });
  }

  snapshot(name: string): PhoneSnapshot | undefined {
    return this.hosts.get(name)?.snapshot();
  }

  deliver(device: string, xml: string): void {
    this.hosts.get(device)?.input({ kind: 'xsi', xml });
  }

  makeCall(device: string, number: string): void {
    this.hosts.get(device)?.input({ kind: 'makeCall', number });
  }

  onLinePageReady(): void {
    this.linePageReady = true;
    this.soundsLoaded = false;
    for (const host of this.hosts.values()) host.attach();
  }

  onLinePageLost(): void {
    this.linePageReady = false;
    for (const host of this.hosts.values()) host.input({ kind: 'linePageLost' });
  }

  onLineEvent(event: LineEvent): void {
    if (!('line' in event)) return;
    for (const host of this.hosts.values()) if (host.line === event.line) host.input({ kind: 'line', event });
    if (event.kind === 'registration' && !this.soundsLoaded && this.allRegistered)
      this.ports.clock.after(SOUNDS_AFTER, () => this.loadSounds());
  }

  /** A tone is the first thing that needs them; else they are made when every line is registered, and nobody waits. */
  private send(command: LineCommand): void {
    if (command.kind === 'playTone' && command.tone !== null) this.loadSounds();
    this.ports.send(command);
  }

  private loadSounds(): void {
    if (this.soundsLoaded || !this.linePageReady) return;
    this.soundsLoaded = true;
    const tones = TONE_NAMES.map((name) => [name, Buffer.from(toneWav(name)).toString('base64')]);
    this.ports.send({ kind: 'loadTones', tones: Object.fromEntries(tones) });
    this.ports.onSoundsLoaded();
  }

  private connected(): CallManagerAccess {
    if (!this.callManager) throw new Error('the phones are not connected to CallManager yet');
    return this.callManager;
  }
}
