import { join } from 'node:path';
import { app } from 'electron';
import { AlertPlayer } from '../app/phones/alert-player';
import { Mailboxes } from '../app/phones/mailboxes';
import { networkTones } from '../app/phones/network-tones';
import { type PhoneConfiguration, Phones } from '../app/phones/phones';
import { phoneDictionaries, readSoftkeyTemplate } from '../app/phones/read-assets';
import { Rings } from '../app/phones/rings';
import { ServiceList } from '../app/phones/service-list';
import { isRing, type LineCommand, type LineEvent, type ToneName } from '../contract/line-port';
import type { PhoneSnapshot } from '../contract/phone-snapshot';
import type { DeskParts } from './desk-parts';
import { showNotification } from './desktop/notifications/simple-notification';
import { usedWindowSystem } from './desktop/used-window-system';
import { LinePage } from './pages/line-page';
import { PhoneWindows } from './pages/phone-windows';

/** Milliseconds for the phones to begin: longer than they take on a busy machine, and no more than somebody waits who has hidden them. */
const START_TIMEOUT_MS = 2000;

/** The phones on this desk: their windows, the page with their lines, and their alert, whoever runs the SIP server. */
export class Desk {
  readonly phones: Phones;
  readonly #linePage: LinePage;
  readonly #alertPlayer: AlertPlayer;
  readonly #mailboxes: Mailboxes;
  #windows: PhoneWindows | null = null;
  #pluggedIn = false;
  #onReady = (): void => {};
  #ready = false;
  #endTrial = (): void => {};
  readonly #endOfStorageNews: () => void;

  readonly #parts: DeskParts;

  constructor(parts: DeskParts) {
    this.#parts = parts;
    const { assets, clock, sdi, audioFileName, soundFolder } = parts;
    const ringFolder = join(assets, 'rings');
    const route = parts.route ?? ((command) => command);
    this.#alertPlayer = new AlertPlayer({
      clock,
      folders: [soundFolder, assets],
      send: (command) => this.send(command),
      alarm: (name, text) => sdi.alarm(name, text),
      notify: (line) => this.#notify(line),
    });
    this.#mailboxes = new Mailboxes({
      clock,
      send: (command) => this.#linePage.send(command),
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
        clock,
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
        this.send(route(command));
        parts.onSent?.(command);
        this.#mailboxes.sent(command);
      },
      play: (file, line, gain) => void this.#alertPlayer.play(file, line, gain),
      publish: (device, snapshot) => {
        this.#windows?.publish(device, this.#dressed(snapshot));
        parts.tap?.published(device, snapshot);
        parts.desktopIntegration.onPhoneChanged();
      },
      record: (device, record) => parts.desktopIntegration.onCallRecorded(device, record),
      unstored: () => parts.storage.unstored,
      onSoundsLoaded: () => void this.#alertPlayer.prepare(audioFileName),
    });
    this.#endOfStorageNews = parts.storage.onDidChange(() => this.phones.onStorageChanged());
    this.#linePage = new LinePage(
      {
        onReady: () => {
          for (const command of parts.desktopIntegration.firstCommands()) this.#linePage.send(command);
          this.phones.onLinePageReady();
        },
        onLost: () => {
          parts.onLinePageLost?.();
          this.#mailboxes.linePageLost();
          this.phones.onLinePageLost();
        },
        onEvent: (event) => this.#onLineEvent(event),
        onTraced: (text) => parts.onTraced?.(text),
      },
      (text) => sdi.trace(text),
    );
  }

  /**
   * Opens the windows; the app must be ready. Resolves once the page with the lines is there, or takes its time: until then all
   * pages ask this process for their scripts, and what it does beside that they wait for.
   */
  open(): Promise<void> {
    const { desktopIntegration, clock } = this.#parts;
    this.#windows = new PhoneWindows({
      press: (device, key) => {
        desktopIntegration.onHandled(device);
        this.phones.press(device, key);
      },
      snapshot: (device) => {
        const snapshot = this.phones.snapshot(device);
        return snapshot && this.#dressed(snapshot);
      },
      onShown: () => this.#tellWhenReady(),
      onClosed: (device) => desktopIntegration.onHandled(device),
      clock,
      places: desktopIntegration.places,
      alwaysOnTop: () => desktopIntegration.alwaysOnTop,
      windowSystem: usedWindowSystem(),
      trace: (text) => this.#parts.sdi.trace(text),
    });
    // The lines first: they have the longest way to go.
    const begun = this.#linePage.open();
    if (desktopIntegration.opening !== 'hidden')
      for (const phone of this.#parts.devices()) this.openWindow(phone, desktopIntegration.opening === 'minimized');
    return Promise.race([begun, new Promise<void>((resolve) => clock.after(START_TIMEOUT_MS, resolve))]);
  }

  /** Puts the phones into them: what they are connected to is there. */
  plugIn(): void {
    this.#pluggedIn = true;
    for (const phone of this.#parts.devices()) this.phones.add(phone);
    this.refresh();
    this.#tellWhenReady();
  }

  close(): void {
    this.#endOfStorageNews();
    this.#mailboxes.stop();
    this.#linePage.close();
    this.#windows?.close();
  }

  get isReady(): boolean {
    return this.#ready;
  }

  /** Resolves once every phone is registered and shown, or where that takes its time, after a while: until then nobody needs more. */
  begun(): Promise<void> {
    return new Promise((resolve) => {
      this.#onReady = resolve;
      this.#parts.clock.after(START_TIMEOUT_MS, resolve);
      if (this.#ready) resolve();
    });
  }

  /** To the line page, beside what the phones say to it. */
  send(command: LineCommand): void {
    this.#parts.tap?.sent(command);
    this.#linePage.send(command.kind === 'playAlert' || isRinging(command) ? this.#turnedDown(command) : command);
  }

  /** Milliseconds for which it is heard. */
  trySound(line: string, tone: ToneName, forTime: number): void {
    this.#endTrial();
    this.phones.trySound(line, tone);
    this.#endTrial = this.#parts.clock.after(forTime, () => this.phones.trySound(line, null));
  }

  /** What is around the phones has changed how they look or stand. */
  refresh(): void {
    this.#windows?.setAlwaysOnTop(this.#parts.desktopIntegration.alwaysOnTop);
    for (const { name } of this.phones.status()) {
      const snapshot = this.phones.snapshot(name);
      if (snapshot) this.#windows?.publish(name, this.#dressed(snapshot));
    }
  }

  openWindow(phone: PhoneConfiguration, minimized = false): void {
    const place = this.#parts.devices().findIndex(({ name }) => name === phone.name);
    this.#windows?.openPhone(phone.name, phone.lines[0].number, Math.max(0, place), minimized);
  }

  /** The phone's window, in front. */
  show(device: string): void {
    const phone = this.#parts.devices().find(({ name }) => name === device);
    if (phone) this.openWindow(phone);
  }

  closeWindow(phone: PhoneConfiguration): void {
    this.#windows?.closePhone(phone.name);
  }

  /** Brings the windows that are there to the front; where there is none, all of them. */
  showAll(): void {
    if (this.windowsOpen().length === 0) for (const phone of this.#parts.devices()) this.openWindow(phone);
    else this.#windows?.showAll();
  }

  /** The phone that its user has in front, or had last; where there is none, the first. */
  get front(): string | undefined {
    return this.#windows?.front ?? this.#parts.devices()[0]?.name;
  }

  /** A phone has the keyboard. */
  get hasFocus(): boolean {
    return this.windowsOpen().some((window) => window.isFocused());
  }

  /** The id of the line by which the phone sounds. */
  lineOf(device: string): string | undefined {
    return this.#parts.devices().find(({ name }) => name === device)?.lines[0].id;
  }

  windowsOpen(): ReturnType<PhoneWindows['list']> {
    return this.#windows?.list() ?? [];
  }

  #onLineEvent(event: Exclude<LineEvent, { kind: 'ready' }>): void {
    if (event.kind === 'alertStarted' || event.kind === 'alertFailed') this.#alertPlayer.onEvent(event);
    else if (event.kind === 'toneFailed') this.#parts.sdi.alarm('ToneNotHeard', `line ${event.line}: ${event.cause}`);
    else if (event.kind === 'outputLost')
      this.#parts.sdi.alarm(
        'SoundDeviceLost',
        `${event.output} device not used, the system's own instead: ${event.cause}`,
      );
    // Whoever watches other lines hears of a call first: the phone may ask at once what became of it.
    this.#parts.onLineEvent?.(event);
    this.#mailboxes.onLineEvent(event);
    this.phones.onLineEvent(event);
    if (event.kind === 'registration') this.#tellWhenReady();
  }

  #tellWhenReady(): void {
    if (this.#ready || !this.#pluggedIn || !this.phones.allRegistered || !this.#windows?.allShown) return;
    this.#ready = true;
    this.#onReady();
    this.#parts.sdi.trace('every phone is registered and shown');
  }

  #dressed(snapshot: PhoneSnapshot): PhoneSnapshot {
    const { casing } = this.#parts.desktopIntegration;
    return casing === null ? snapshot : { ...snapshot, appearance: { ...snapshot.appearance, casing } };
  }

  #turnedDown<Command extends LineCommand & { gain: number }>(command: Command): Command {
    return { ...command, gain: command.gain * this.#parts.desktopIntegration.ringGain };
  }

  #notify(line: string): void {
    const phone = this.#parts.devices().find(({ lines }) => lines.some(({ id }) => id === line));
    const plane = phone && this.phones.snapshot(phone.name)?.display.plane;
    const text = plane?.kind === 'services' ? plane.text : 'Call Back';
    showNotification(
      `7960 – ${phone?.lines[0].number ?? line}`,
      text,
      () => phone && this.openWindow(phone),
      (words) => this.#parts.sdi.trace(words),
    );
  }
}

const isRinging = (command: LineCommand): command is Extract<LineCommand, { kind: 'playTone' }> =>
  command.kind === 'playTone' && command.tone !== null && isRing(command.tone.name);
