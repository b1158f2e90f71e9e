import { join } from 'node:path';
import { app } from 'electron';
import type { Clock } from '../cef/ports';
import type { Sdi } from '../cef/sdi/sdi';
import { showNotice } from './desktop/notice';
import { setPhonesMenu } from './desktop/phones-menu';
import { takeScreenshots } from './desktop/screenshots';
import { LinePage } from './pages/line-page';
import { PhoneWindows } from './pages/phone-windows';
import { AlertPlayer } from './phones/alert-player';
import type { Passwords } from './phones/passwords';
import { type CallManagerAccess, type PhoneConfiguration, Phones } from './phones/phones';
import { phoneDictionaries, readSoftkeyTemplate } from './phones/read-assets';

/** The phones that CallManager's database has, as far as they are this app's to show. */
export interface PhoneDevices {
  list(): readonly PhoneConfiguration[];
  add(): PhoneConfiguration | undefined;
  remove(name: string): void;
}

export interface DemoClusterParts {
  readonly assets: string;
  readonly domain: string;
  readonly mostPhones: number;
  readonly devices: PhoneDevices;
  readonly passwords: Passwords;
  readonly clock: Clock;
  readonly sdi: Sdi;
  readonly audioFileName: string;
  /** Where users put sound files of their own: they go before ours of the same name. */
  readonly soundFolder: string;
}

export interface DemoCallManager extends CallManagerAccess {
  deviceRemoved(device: string): void;
}

/** The phones on this desk: their windows, the page with their lines, their alert, and the menu that adds and removes them. */
export class DemoCluster {
  readonly phones: Phones;
  private readonly linePage: LinePage;
  private readonly alertPlayer: AlertPlayer;
  private windows: PhoneWindows | null = null;
  private callManager: DemoCallManager | null = null;
  private ready = false;

  constructor(private readonly parts: DemoClusterParts) {
    const { assets, clock, domain, passwords, sdi, audioFileName, soundFolder } = parts;
    const trace = (text: string): void => sdi.trace(text);
    this.alertPlayer = new AlertPlayer({
      clock,
      folders: [soundFolder, assets],
      send: (command) => this.linePage.send(command),
      alarm: (name, text) => sdi.alarm(name, text),
      notify: (line) => this.notify(line),
    });
    this.phones = new Phones({
      clock,
      domain,
      template: readSoftkeyTemplate(join(assets, 'softkey-templates', 'standard-user-for-call-back.json')),
      phrases: phoneDictionaries(join(assets, 'dictionaries')),
      passwordOf: (number) => passwords.of(number),
      send: (command) => this.linePage.send(command),
      play: (file, line, gain) => void this.alertPlayer.play(file, line, gain),
      publish: (device, snapshot) => this.windows?.publish(device, snapshot),
      onSoundsLoaded: () => void this.alertPlayer.prepare(audioFileName),
    });
    this.linePage = new LinePage(
      {
        onReady: () => this.phones.onLinePageReady(),
        onLost: () => this.phones.onLinePageLost(),
        onEvent: (event) => {
          if (event.kind === 'alertStarted' || event.kind === 'alertFailed') this.alertPlayer.onEvent(event);
          else if (event.kind === 'toneFailed') sdi.alarm('ToneNotHeard', `line ${event.line}: ${event.cause}`);
          else this.phones.onLineEvent(event);
          if (event.kind === 'registration') this.tellWhenReady();
        },
      },
      trace,
    );
  }

  /** Opens every phone. The app must be ready. */
  start(callManager: DemoCallManager): void {
    this.callManager = callManager;
    this.phones.connect(callManager);
    this.windows = new PhoneWindows({
      press: (device, key) => this.phones.press(device, key),
      snapshot: (device) => this.phones.snapshot(device),
      onShown: () => this.tellWhenReady(),
      trace: (text) => this.parts.sdi.trace(text),
    });
    for (const phone of this.parts.devices.list()) this.phones.add(phone);
    // The lines first: they have the longest way to go. The menu before the windows, which would else be laid out twice.
    this.linePage.open();
    this.setMenu();
    for (const phone of this.parts.devices.list()) this.open(phone);
  }

  stop(): void {
    this.linePage.close();
  }

  showAll(): void {
    this.windows?.showAll();
  }

  async saveScreenshots(folder: string): Promise<void> {
    const windows = () => this.windows?.list() ?? [];
    for (const file of await takeScreenshots(folder, windows, () => this.ready, this.parts.clock)) console.log(file);
    app.quit();
  }

  private tellWhenReady(): void {
    if (this.ready || !this.phones.allRegistered || !this.windows?.allShown) return;
    this.ready = true;
    this.parts.sdi.trace('every phone is registered and shown');
  }

  private open(phone: PhoneConfiguration): void {
    const place = this.parts.devices.list().findIndex(({ name }) => name === phone.name);
    this.windows?.open(phone.name, phone.number, Math.max(0, place));
  }

  private add(): void {
    const phone = this.parts.devices.add();
    if (!phone) return;
    this.phones.add(phone);
    this.open(phone);
    this.setMenu();
  }

  private remove(phone: PhoneConfiguration): void {
    this.callManager?.deviceRemoved(phone.name);
    this.phones.remove(phone.name);
    this.parts.devices.remove(phone.name);
    this.windows?.close(phone.name);
    this.setMenu();
  }

  private setMenu(): void {
    const { devices, mostPhones } = this.parts;
    setPhonesMenu({
      list: () => devices.list(),
      open: (phone) => this.open(phone),
      add: () => this.add(),
      remove: (phone) => this.remove(phone),
      most: mostPhones,
    });
  }

  private notify(line: string): void {
    const phone = this.parts.devices.list().find(({ number }) => number === line);
    const plane = phone && this.phones.snapshot(phone.name)?.display.plane;
    const text = plane?.kind === 'services' ? plane.text : 'Call Back';
    showNotice(
      `7960 – ${line}`,
      text,
      () => phone && this.open(phone),
      (words) => this.parts.sdi.trace(words),
    );
  }
}
