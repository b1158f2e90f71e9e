import { join } from 'node:path';
import { Appearing } from '../app/desktop/appearing';
import { Closing } from '../app/desktop/closing';
import { type DeskView, isInCall } from '../app/desktop/desk-view';
import { DeskWatch } from '../app/desktop/desk-watch';
import { DesktopActions } from '../app/desktop/desktop-actions';
import type { DesktopIntegration } from '../app/desktop/desktop-integration';
import { Notifications } from '../app/desktop/notifications';
import { questionBeforeQuit } from '../app/desktop/quitting';
import { Links } from '../app/links';
import { linkAmong, readLink } from '../app/read-link';
import { Settings, SOUND_TEST_LINE } from '../app/settings';
import type { Clock } from '../base/clock';
import type { SqlDatabase } from '../base/sql-database';
import { SWITCHES_WITH_VALUE } from '../command-line/command-line.mjs';
import type { LineEvent } from '../contract/line-port';
import type { Preferences } from '../contract/preferences';
import type { SettingsBook } from '../contract/settings';
import type { KeptWrites } from '../store/kept-writes';
import type { PreferenceTable } from '../store/preference-table';
import { WindowTable } from '../store/window-table';
import { type DemoStage, openDemoStage } from './demo-stage';
import { canNotify, endApp, onActivated, onFocusChanged, onLinkOpened, onThemeChanged } from './desktop/app-events';
import { ask, say } from './desktop/ask';
import { setAutostart } from './desktop/autostart';
import { DesktopServices } from './desktop/desktop-services';
import { electronDesktopIntegration } from './desktop/electron-desktop-integration';
import { onLastWindow } from './desktop/last-window';
import { Shortcuts } from './desktop/shortcuts';
import { StayAwake } from './desktop/stay-awake';
import { TrayIcon } from './desktop/tray/tray-icon';
import { usedWindowSystem } from './desktop/used-window-system';
import { LinkSchemes } from './links/link-schemes';
import type { PhoneSystems } from './phone-systems';
import { programIcon } from './program-icon';
import { SettingsWindow } from './settings/settings-window';

export interface DesktopParts {
  readonly database: SqlDatabase;
  readonly kept: KeptWrites;
  readonly preferences: PreferenceTable;
  readonly assets: string;
  readonly clock: Clock;
  /** Asked for once a phone system is there. */
  systems(): PhoneSystems;
  openAccounts(): void;
  exportDiagnostics(): Promise<string | null>;
  trace(text: string): void;
}

/** How long a sound is heard that is tried. In milliseconds. */
const TRY_FOR = 2500;

/** The app on this computer, around its phones: tray, notifications, settings, links, and what closing and quitting mean. */
export class Desktop {
  readonly desktopIntegration: DesktopIntegration;
  readonly #settings: Settings;
  readonly #links: Links;
  readonly #closing: Closing;
  readonly #notifications: Notifications;
  readonly #desktopActions = new DesktopActions({
    desk: () => this.#desk,
    view: () => this.view,
    seen: () => this.#watch?.seen(),
    knowingly: (work) => (this.#watch ? this.#watch.knowingly(work) : work()),
    openSettings: () => this.openSettings(),
    quit: () => void this.quit(),
  });
  readonly #appearing = new Appearing((device) => this.#desk?.show(device));
  readonly #shortcuts = new Shortcuts((name) => this.#desktopActions.shortcut(name));
  readonly #stayAwake = new StayAwake();
  readonly #schemes: LinkSchemes;
  readonly #services: DesktopServices;
  #watch: DeskWatch | null = null;
  #settingsWindow: SettingsWindow | null = null;
  #tray: TrayIcon | null = null;
  #demo: DemoStage | null = null;
  /** null = nobody has asked yet. */
  #trayFound: boolean | null = null;

  readonly #parts: DesktopParts;

  /** @param showing somebody has asked on the command line to see the phones */
  constructor(parts: DesktopParts, showing: boolean) {
    this.#parts = parts;
    const { preferences, database, trace } = parts;
    const windows = new WindowTable(database, parts.kept);
    this.#services = new DesktopServices(parts.clock, programIcon(parts.assets), trace);
    this.#services.onTrayChanged(() => void this.#lookForTray());
    this.#schemes = new LinkSchemes(preferences.get().links);
    this.#settings = new Settings({
      table: preferences,
      obey: (now, before) => this.#obey(now, before),
      tray: () => this.#trayFound ?? false,
      notifications: () => canNotify(),
      windowSystem: usedWindowSystem,
      onBook: (book) => this.#settingsWindow?.show(book),
    });
    this.#links = new Links({
      front: () => this.#desk?.front,
      show: (device) => this.#desk?.show(device),
      fillNumber: (device, number) => this.#desk?.phones.fillNumber(device, number),
      refuse: (words) => {
        trace('a link was refused');
        say('The link is not dialled.', words);
      },
    });
    this.#closing = new Closing({
      preferences: () => preferences.get(),
      tray: () => this.#lookForTray(),
      known: windows,
      explain: (words) => ask({ ...words, yes: 'Keep it running', no: 'Quit', usual: 'yes' }),
      quit: () => void this.quit(),
    });
    this.#notifications = new Notifications({
      show: (notification, act) => this.#services.showNotification(notification, act),
      act: (device, action) => this.#desktopActions.notification(device, action),
    });
    this.desktopIntegration = electronDesktopIntegration({
      preferences: () => preferences.get(),
      hasTray: () => this.#trayFound ?? false,
      showing,
      places: windows,
      menu: {
        openAccounts: () => parts.openAccounts(),
        openSettings: () => this.openSettings(),
        startGuidedDemo: () => this.#demo?.start(),
        quit: () => void this.quit(),
      },
      firstCommands: () => [chosenDevices(preferences.get())],
      onPhoneChanged: () => this.#watch?.changed(),
      onHandled: (device) => this.#demo?.handled(device),
      onCallRecorded: (device, record) => this.#watch?.recorded(device, record),
      onRequestsChanged: () => this.#watch?.readRequests(),
    });
    onLastWindow((window) => void this.#closing.lastWindow(window));
    onLinkOpened((url) => {
      const link = readLink(url);
      if (link) this.#links.open(link);
    });
  }

  /** Before the phones are opened. The app must be ready. */
  async start(): Promise<void> {
    const parts = this.#parts;
    if (parts.preferences.get().startHidden) await this.#lookForTray();
    this.#watch = new DeskWatch(parts.systems(), parts.clock, (view) => this.#show(view), parts.database);
    this.#settingsWindow = new SettingsWindow({
      book: () => this.#openBook(),
      change: (change) => this.#settings.change(change),
      testSound: (output) => this.#trySound(output),
      exportDiagnostics: parts.exportDiagnostics,
      trace: parts.trace,
    });
    this.#demo = openDemoStage({
      clock: parts.clock,
      desk: () => this.#desk,
      view: () => this.view,
      trace: parts.trace,
    });
    onFocusChanged(() => this.#watch?.changed());
    onActivated(() => this.#desk?.showAll());
    onThemeChanged(() => this.#desk?.refresh());
  }

  /** The phones are there. */
  opened(words: readonly string[]): void {
    this.#showTray();
    void this.#lookForTray();
    this.#settings.start();
    this.#watch?.readRequests();
    this.#openLinkAmong(words);
    this.#links.openWaiting();
  }

  /** The app was started once more, with these words: its user wants to see the phones, or to call by one. */
  startedAgain(words: readonly string[]): void {
    if (!this.#openLinkAmong(words)) this.#desk?.showAll();
  }

  startGuidedDemo(): void {
    this.#demo?.start();
  }

  openSettings(): void {
    this.#settingsWindow?.open();
  }

  onLineEvent(event: LineEvent): void {
    this.#settings.onLineEvent(event);
  }

  stop(): void {
    this.#watch?.stop();
    this.#shortcuts.release();
    this.#stayAwake.set(false);
    this.#tray?.close();
    this.#tray = null;
    this.#services.close();
  }

  async quit(): Promise<void> {
    const question = questionBeforeQuit(this.view);
    if (!question || (await ask({ ...question, yes: 'Quit', no: 'Keep it running', usual: 'no' }))) endApp();
  }

  get view(): DeskView {
    return this.#watch?.view ?? { phones: [], callBacks: [], missed: [] };
  }

  get soundDevices(): SettingsBook['devices'] {
    return this.#settings.book().devices;
  }

  #showTray(): void {
    this.#tray?.close();
    const icons = join(this.#parts.assets, 'icons', 'tray');
    this.#tray = new TrayIcon(icons, (action) => this.#desktopActions.tray(action), this.view);
  }

  /** A panel may come after us, or go before. An icon that was there first knows nothing of it. */
  async #lookForTray(): Promise<boolean> {
    const before = this.#trayFound;
    const found = await this.#services.hasTray();
    this.#trayFound = found;
    if (this.#tray && found && before === false) this.#showTray();
    return found;
  }

  get #desk() {
    return this.#parts.systems().desk;
  }

  #show(view: DeskView): void {
    const hasFocus = this.#desk?.hasFocus ?? false;
    if (hasFocus) this.#watch?.seen();
    this.#tray?.show(view);
    this.#demo?.deskChanged();
    this.#stayAwake.set(isInCall(view));
    this.#appearing.update(view, this.#desk?.windowsOpen().length === 0);
    this.#notifications.update(view, this.#parts.preferences.get().notifications && !hasFocus);
  }

  #obey(now: Preferences, before: Preferences): Readonly<Record<string, string>> {
    const autostart = now.autostart === before.autostart ? null : setAutostart(now.autostart);
    if (JSON.stringify(chosenDevices(now)) !== JSON.stringify(chosenDevices(before)))
      this.#desk?.send(chosenDevices(now));
    this.#desk?.refresh();
    this.#watch?.changed();
    return {
      ...this.#shortcuts.apply(usedWindowSystem() === 'wayland' ? NO_SHORTCUTS : now.shortcuts),
      ...this.#schemes.apply(now.links),
      ...(autostart === null ? {} : { autostart }),
    };
  }

  /** The page asks for it when it is there: the machine's devices may be others than in the last one. */
  #openBook() {
    this.#desk?.send({ kind: 'listDevices' });
    return this.#settings.book();
  }

  #trySound(output: 'ring' | 'voice'): void {
    const desk = this.#desk;
    if (!desk) return;
    this.#settings.testing(output);
    desk.trySound(SOUND_TEST_LINE, output === 'ring' ? 'ring' : 'dial', TRY_FOR);
  }

  #openLinkAmong(words: readonly string[]): boolean {
    const link = linkAmong(words, SWITCHES_WITH_VALUE);
    if (link) this.#links.open(link);
    return link !== null;
  }
}

const chosenDevices = ({ microphone, voiceOutput, ringOutput }: Preferences) =>
  ({ kind: 'chooseDevices', microphone, voiceOutput, ringOutput }) as const;

const NO_SHORTCUTS: Preferences['shortcuts'] = { answer: null, hangUp: null, mute: null };
