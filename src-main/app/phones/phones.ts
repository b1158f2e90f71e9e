import type { Clock } from '../../base/clock';
import type { CallRecord } from '../../contract/call-record';
import type { Key } from '../../contract/keys';
import type { Account, LineCommand, LineEvent, ToneName } from '../../contract/line-port';
import type { ToldStatus } from '../../contract/line-status';
import type { PhoneSnapshot } from '../../contract/phone-snapshot';
import type { SoftkeyTemplate } from '../../contract/softkey-template';
import type {
  CallManagerToStation,
  Messages,
  PhoneFeatures,
  StationToCallManager,
  Watch,
} from '../../contract/station';
import type { Wish } from '../../phone/from-outside';
import type { PhoneInformation } from '../../phone/menus/information';
import { watchStatus } from '../../phone/monitor-status';
import type { PhoneLine, SpeedDial, Unstored } from '../../phone/phone-state';
import type { PhoneStatus } from '../../phone/phone-status';
import { type Phrasebook, phrase } from '../../phone/phrases';
import type { MemoryStore } from './memory-store';
import { type NetworkTones, networkLocaleOf } from './network-tones';
import { PhoneHost } from './phone-host';
import { PhoneSounds } from './phone-sounds';
import type { Rings } from './rings';
import type { ServiceList } from './service-list';

/** What is configured of a phone. */
export interface PhoneConfiguration {
  readonly name: string;
  readonly lines: readonly [PhoneLine, ...PhoneLine[]];
  readonly speedDials: readonly SpeedDial[];
  readonly userLocale: string;
  /** Whose tones it has; empty = those of the country of its user locale. */
  readonly networkLocale: string;
  /** A number of that many digits is complete and is dialled at once; 0 = no number ever is. */
  readonly completeAfterDigits: number;
  /** Absent = the one that the app comes with. */
  readonly template?: SoftkeyTemplate;
}

export interface PhonesPorts {
  readonly clock: Clock;
  readonly template: SoftkeyTemplate;
  phrases(locale: string): Phrasebook;
  tonesOf(networkLocale: string): NetworkTones;
  readonly rings: Rings;
  readonly memory: MemoryStore;
  readonly services: Pick<ServiceList, 'list' | 'open' | 'forget'>;
  information(locale: string, lines: readonly string[]): PhoneInformation;
  /** null = the line's password is not known. */
  accountOf(line: string): Account | null;
  callManager(): StationToCallManager;
  send(command: LineCommand): void;
  play(file: string, line: string, gain: number): void;
  publish(device: string, snapshot: PhoneSnapshot): void;
  /** A call of the phone is over. */
  record(device: string, record: CallRecord): void;
  /** The line page has been sent how the phones ring: now is the time for other sounds. */
  onSoundsLoaded(): void;
  /** What the app cannot store now. */
  unstored(): readonly Unstored[];
}

/** Milliseconds after the last line is registered: the windows are being painted until then. */
const SOUNDS_AFTER = 400;

type Locales = Pick<PhoneConfiguration, 'userLocale' | 'networkLocale'>;

const networkOf = ({ userLocale, networkLocale }: Locales): string => networkLocale || networkLocaleOf(userLocale);

/** All the phones of this app, by the name that CallManager has for them. */
export class Phones implements CallManagerToStation {
  readonly #hosts = new Map<string, PhoneHost>();
  readonly #locales = new Map<string, Locales>();
  readonly #sounds: PhoneSounds;
  #linePageReady = false;
  #soundsLoaded = false;

  readonly #ports: PhonesPorts;

  constructor(ports: PhonesPorts) {
    this.#ports = ports;
    this.#sounds = new PhoneSounds(ports);
  }

  get allRegistered(): boolean {
    return [...this.#hosts.values()].every((host) => host.registered);
  }

  add(phone: PhoneConfiguration): void {
    const { name, lines, speedDials, userLocale, networkLocale, completeAfterDigits } = phone;
    const { clock, phrases, rings, accountOf, publish, play, callManager, memory, services } = this.#ports;
    const template = phone.template ?? this.#ports.template;
    this.#locales.set(name, { userLocale, networkLocale });
    const localesNow = (): Locales => this.#locales.get(name) ?? phone;
    const spoken = ({ userLocale: locale }: Locales) => ({
      userLocale: locale,
      language: phrase(phrases(locale), 'language'),
    });
    const host = new PhoneHost(
      { name, lines, speedDials, template, completeAfterDigits, ringTypes: rings.list() },
      {
        clock,
        phrases: phrases(userLocale),
        account: accountOf,
        send: (command) => this.#ports.send(command),
        soundOf: (tone, ringType) => this.#sounds.soundOf({ networkLocale: networkOf(localesNow()), ringType }, tone),
        play,
        tryRing: (file, line, gain) =>
          this.#ports.send({ kind: 'playAlert', line, alert: `${line}-ring`, wav: rings.once(file), gain }),
        callManager,
        publish: (snapshot) => publish(name, snapshot),
        record: (record) => this.#ports.record(name, record),
        memory: memory.load(name),
        remember: (change) => memory.save(name, change),
        serviceList: services.list(),
        openService: (url) => services.open({ name, ...spoken(localesNow()) }, url),
        information: (numbers) => this.#ports.information(localesNow().userLocale, numbers),
      },
    );
    this.#hosts.set(name, host);
    host.input({ kind: 'storage', unstored: this.#ports.unstored() });
    if (this.#linePageReady) host.attach();
  }

  remove(name: string): void {
    this.#hosts.get(name)?.dispose();
    this.#hosts.delete(name);
    this.#ports.services.forget(name);
  }

  /** Its lines are others now, or the same with other accounts. Calls on lines that stay go on. */
  change(name: string, lines: PhoneConfiguration['lines']): void {
    this.#hosts.get(name)?.change(lines);
  }

  setSpeedDials(name: string, speedDials: PhoneConfiguration['speedDials']): void {
    this.#hosts.get(name)?.input({ kind: 'speedDials', speedDials });
  }

  setTemplate(name: string, template: SoftkeyTemplate): void {
    this.#hosts.get(name)?.input({ kind: 'template', template });
  }

  setLocales(name: string, locales: Locales): void {
    this.#locales.set(name, locales);
    this.#hosts.get(name)?.speak(this.#ports.phrases(locales.userLocale));
  }

  /** e.g. "English_United_States"; empty = there is no such phone. */
  localeOf(name: string): string {
    return this.#locales.get(name)?.userLocale ?? '';
  }

  press(name: string, key: Key): void {
    this.#hosts.get(name)?.input({ kind: 'key', key });
  }

  snapshot(name: string): PhoneSnapshot | undefined {
    return this.#hosts.get(name)?.snapshot();
  }

  status(): readonly PhoneStatus[] {
    return [...this.#hosts.values()].map((host) => host.status());
  }

  pressSoftkey(name: string, meaning: string): boolean {
    return this.#hosts.get(name)?.pressSoftkey(meaning) ?? false;
  }

  wish(name: string, wish: Wish): void {
    this.#hosts.get(name)?.input({ kind: 'wish', wish });
  }

  fillNumber(name: string, number: string): void {
    this.#hosts.get(name)?.input({ kind: 'fillNumber', number });
  }

  /** Lets a sound be heard on a line that is no phone's, as the first phone would let it be heard; null = no more. */
  trySound(line: string, name: ToneName | null): void {
    const [locales] = this.#locales.values();
    if (!locales) return;
    const tone = name && {
      name,
      sound: this.#sounds.soundOf({ networkLocale: networkOf(locales), ringType: '' }, name),
    };
    this.#ports.send({ kind: 'playTone', line, tone, gain: 1 });
  }

  deliver(device: string, xml: string): void {
    this.#hosts.get(device)?.input({ kind: 'xsi', xml });
  }

  serviceNotAvailable(device: string): void {
    this.#hosts.get(device)?.input({ kind: 'serviceNotAvailable' });
  }

  showPrompt(device: string, text: string): void {
    this.#hosts.get(device)?.input({ kind: 'prompt', text });
  }

  makeCall(device: string, number: string, line?: string): void {
    this.#hosts.get(device)?.input({ kind: 'makeCall', number, line });
  }

  showWatch(device: string, watch: Watch | null): void {
    this.#hosts.get(device)?.input(watchStatus(watch));
  }

  showFeatures(device: string, features: PhoneFeatures): void {
    this.#hosts.get(device)?.input({ kind: 'features', features });
  }

  showSpeedDial(device: string, number: string, status: ToldStatus): void {
    this.#hosts.get(device)?.input({ kind: 'speedDialState', number, status });
  }

  showRemoteInUse(device: string, line: string, inUse: boolean): void {
    this.#hosts.get(device)?.input({ kind: 'remoteInUse', line, inUse });
  }

  showMessages(device: string, line: string, messages: Messages): void {
    this.#hosts.get(device)?.input({ kind: 'messages', line, messages });
  }

  /** What the app cannot store has become more, or less. */
  onStorageChanged(): void {
    for (const host of this.#hosts.values()) host.input({ kind: 'storage', unstored: this.#ports.unstored() });
  }

  /** The server of a line has shown a certificate that nobody trusts. */
  certificateRefused(line: string): void {
    for (const host of this.#hosts.values())
      if (host.lines.includes(line)) host.input({ kind: 'trouble', line, trouble: 'certificateBad' });
  }

  onLinePageReady(): void {
    this.#linePageReady = true;
    this.#soundsLoaded = false;
    this.#sounds.forget();
    for (const host of this.#hosts.values()) host.attach();
  }

  onLinePageLost(): void {
    this.#linePageReady = false;
    for (const host of this.#hosts.values()) host.input({ kind: 'linePageLost' });
  }

  onLineEvent(event: LineEvent): void {
    if (!('line' in event)) return;
    for (const host of this.#hosts.values()) if (host.lines.includes(event.line)) host.input({ kind: 'line', event });
    if (event.kind === 'registration' && !this.#soundsLoaded && this.allRegistered)
      this.#ports.clock.after(SOUNDS_AFTER, () => this.#loadSounds());
  }

  /** Made when every line is registered, and nobody waits. */
  #loadSounds(): void {
    if (this.#soundsLoaded || !this.#linePageReady) return;
    this.#soundsLoaded = true;
    for (const host of this.#hosts.values()) host.prepareRing();
    this.#ports.onSoundsLoaded();
  }
}
