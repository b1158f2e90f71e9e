import { join } from 'node:path';
import { app } from 'electron';
import type { Clock } from '../cef/ports';
import type { Sdi } from '../cef/sdi/sdi';
import type { CallRecord } from '../contract/call-record';
import type { Account, LineCommand, LineEvent } from '../contract/line-port';
import type { StationToCallManager } from '../contract/station';
import { Mailboxes } from '../pbx/mailbox/mailboxes';
import { showNotice } from './desktop/notice';
import { LinePage } from './pages/line-page';
import { PhoneWindows } from './pages/phone-windows';
import { AlertPlayer } from './phones/alert-player';
import type { MemoryStore } from './phones/memory-store';
import { networkTones } from './phones/network-tones';
import { type PhoneConfiguration, Phones } from './phones/phones';
import { phoneDictionaries, readSoftkeyTemplate } from './phones/read-assets';
import { Rings } from './phones/rings';
import { ServiceList } from './phones/service-list';

export interface DeskParts {
  readonly assets: string;
  readonly clock: Clock;
  readonly sdi: Sdi;
  readonly audioFileName: string;
  /** Where users put sound files of their own: they go before ours of the same name. */
  readonly soundFolder: string;
  /** The folders with the words of each locale: ours, and then the one in which users put more. */
  readonly dictionaries: readonly [string, ...string[]];
  /** What the phones are connected to beside SIP. Asked for only once a phone is there. */
  callManager(): StationToCallManager;
  /** How a line reaches its SIP server; null = not yet, its password is not known. */
  accountOf(line: string): Account | null;
  readonly memory: MemoryStore;
  /** The phones in the order of their places on the desk. */
  devices(): readonly PhoneConfiguration[];
  /** A last look at what a phone wants of its line page. */
  route?(command: LineCommand): LineCommand;
  /** A phone has sent its line page a command. */
  onSent?(command: LineCommand): void;
  onLineEvent?(event: LineEvent): void;
  /** A call of a phone is over. */
  onCallRecorded?(device: string, record: CallRecord): void;
  /** The line page has crashed. It comes back, and every line is added again. */
  onLinePageLost?(): void;
}

/** The phones on this desk: their windows, the page with their lines, and their alert, whoever runs the SIP server. */
export class Desk {
  readonly phones: Phones;
  private readonly linePage: LinePage;
  private readonly alertPlayer: AlertPlayer;
  private readonly mailboxes: Mailboxes;
  private windows: PhoneWindows | null = null;
  private ready = false;

  constructor(private readonly parts: DeskParts) {
    const { assets, clock, sdi, audioFileName, soundFolder } = parts;
    const ringFolder = join(assets, 'rings');
    const route = parts.route ?? ((command) => command);
    this.alertPlayer = new AlertPlayer({
      clock,
      folders: [soundFolder, assets],
      send: (command) => this.linePage.send(command),
      alarm: (name, text) => sdi.alarm(name, text),
      notify: (line) => this.notify(line),
    });
    this.mailboxes = new Mailboxes({
      send: (command) => this.linePage.send(command),
      show: (line, messages) => {
        const phone = parts.devices().find(({ lines }) => lines.some(({ id }) => id === line));
        if (phone) this.phones.showMessages(phone.name, line, messages);
      },
      trace: (text) => sdi.trace(text),
    });
    this.phones = new Phones({
      clock,
      template: readSoftkeyTemplate(join(assets, 'softkey-templates', 'standard-user-for-call-back.json')),
      phrases: phoneDictionaries(parts.dictionaries, (problem) => sdi.alarm('DictionaryBad', problem)),
      tonesOf: networkTones(join(assets, 'tones'), (problem) => sdi.alarm('TonesBad', problem)),
      rings: new Rings({
        ours: ringFolder,
        theirs: soundFolder,
        report: (problem) => sdi.alarm('RingsBad', problem),
      }),
      memory: parts.memory,
      services: new ServiceList({
        ours: join(assets, 'services'),
        theirs: soundFolder,
        report: (problem) => sdi.alarm('ServicesBad', problem),
      }),
      information: (locale, lines) => ({
        model: 'Cisco IP Phone 7960',
        load: app.getVersion(),
        platform: `Electron ${process.versions.electron}`,
        locale: locale.replaceAll('_', ' '),
        servers: Object.fromEntries(lines.map((line) => [line, parts.accountOf(line)?.server ?? ''])),
      }),
      accountOf: (line) => parts.accountOf(line),
      callManager: () => parts.callManager(),
      send: (command) => {
        this.linePage.send(route(command));
        parts.onSent?.(command);
        this.mailboxes.sent(command);
      },
      play: (file, line, gain) => void this.alertPlayer.play(file, line, gain),
      publish: (device, snapshot) => this.windows?.publish(device, snapshot),
      record: (device, record) => parts.onCallRecorded?.(device, record),
      onSoundsLoaded: () => void this.alertPlayer.prepare(audioFileName),
    });
    this.linePage = new LinePage(
      {
        onReady: () => this.phones.onLinePageReady(),
        onLost: () => {
          parts.onLinePageLost?.();
          this.mailboxes.linePageLost();
          this.phones.onLinePageLost();
        },
        onEvent: (event) => this.onLineEvent(event),
      },
      (text) => sdi.trace(text),
    );
  }

  /** Opens every phone. The app must be ready. */
  open(): void {
    this.windows = new PhoneWindows({
      press: (device, key) => this.phones.press(device, key),
      snapshot: (device) => this.phones.snapshot(device),
      onShown: () => this.tellWhenReady(),
      trace: (text) => this.parts.sdi.trace(text),
    });
    for (const phone of this.parts.devices()) this.phones.add(phone);
    // The lines first: they have the longest way to go.
    this.linePage.open();
    for (const phone of this.parts.devices()) this.openWindow(phone);
  }

  close(): void {
    this.linePage.close();
    this.windows?.close();
  }

  get isReady(): boolean {
    return this.ready;
  }

  /** To the line page, beside what the phones say to it. */
  send(command: LineCommand): void {
    this.linePage.send(command);
  }

  openWindow(phone: PhoneConfiguration): void {
    const place = this.parts.devices().findIndex(({ name }) => name === phone.name);
    this.windows?.openPhone(phone.name, phone.lines[0].number, Math.max(0, place));
  }

  closeWindow(phone: PhoneConfiguration): void {
    this.windows?.closePhone(phone.name);
  }

  showAll(): void {
    this.windows?.showAll();
  }

  windowsOpen(): ReturnType<PhoneWindows['list']> {
    return this.windows?.list() ?? [];
  }

  private onLineEvent(event: Exclude<LineEvent, { kind: 'ready' }>): void {
    if (event.kind === 'alertStarted' || event.kind === 'alertFailed') this.alertPlayer.onEvent(event);
    else if (event.kind === 'toneFailed') this.parts.sdi.alarm('ToneNotHeard', `line ${event.line}: ${event.cause}`);
    else if (event.kind === 'outputLost')
      this.parts.sdi.alarm(
        'SoundDeviceLost',
        `${event.output} device not used, the system's own instead: ${event.cause}`,
      );
    // Whoever watches other lines hears of a call first: the phone may ask at once what became of it.
    this.parts.onLineEvent?.(event);
    this.mailboxes.onLineEvent(event);
    this.phones.onLineEvent(event);
    if (event.kind === 'registration') this.tellWhenReady();
  }

  private tellWhenReady(): void {
    if (this.ready || !this.phones.allRegistered || !this.windows?.allShown) return;
    this.ready = true;
    this.parts.sdi.trace('every phone is registered and shown');
  }

  private notify(line: string): void {
    const phone = this.parts.devices().find(({ lines }) => lines.some(({ id }) => id === line));
    const plane = phone && this.phones.snapshot(phone.name)?.display.plane;
    const text = plane?.kind === 'services' ? plane.text : 'Call Back';
    showNotice(
      `7960 – ${phone?.lines[0].number ?? line}`,
      text,
      () => phone && this.openWindow(phone),
      (words) => this.parts.sdi.trace(words),
    );
  }
}
