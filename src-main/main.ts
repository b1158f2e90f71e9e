import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { app, safeStorage, session } from 'electron';
import { Refusals } from './app/diagnostics/refusals';
import { openLog } from './app/log-file';
import { openAccountFile } from './app/open-account-file';
import { readOptions } from './app/options';
import { StoryRecorder } from './app/recording/story-recorder';
import { SecretStore } from './app/secret-store';
import { StorageHealth } from './app/storage-health';
import { openStoryFile } from './app/story-file';
import { errorWords } from './base/error-words';
import { systemClock } from './base/system-clock';
import { EventViewer } from './callmanager/ris-data-collector/event-viewer';
import { Sdi } from './cef/sdi/sdi';
import { HELP } from './command-line/command-line.mjs';
import type { LogLevel } from './contract/preferences';
import { Desktop } from './electron/desktop';
import { saveScreenshots } from './electron/desktop/screenshots';
import { setSwitches } from './electron/desktop/switches';
import { exportDiagnostics } from './electron/diagnostics-export';
import { electronKeyring } from './electron/electron-keyring';
import { openOrRescue } from './electron/open-or-rescue';
import { registerAppScheme, serveApp } from './electron/pages/app-protocol';
import { guardCertificates } from './electron/pages/certificates';
import { guardPages } from './electron/pages/guards';
import { PhoneSystems } from './electron/phone-systems';
import { PhoneWeb } from './electron/phone-web';
import { failStart, makePictureFolder, onQuit, sayReady, takeInstanceLock } from './electron/process';
import { askAboutDatabase, tellOfLock } from './electron/rescue-database';
import { openTestBench } from './electron/test-bench';
import { keepUpToDate } from './electron/updates/keep-up-to-date';
import { openUserAccounts } from './electron/user-accounts';
import { AccountTable } from './store/account-table';
import { keepBackupLater } from './store/backup';
import { KeptWrites } from './store/kept-writes';
import { ParameterTable } from './store/parameter-table';
import { PhoneMemoryTable } from './store/phone-memory-table';
import { PreferenceTable } from './store/preference-table';
import { SettingTable } from './store/setting-table';
import { WatchedDatabase } from './store/watched-database';

/** What a script waits for a database that another program holds. */
const LOCK_TIMEOUT_MS = 30_000;

/** What the app stands on, the accounts, and the phone system that the phones are connected to: see demo-system.ts for Figure 4-1. */
export async function main(code: KeptCode): Promise<void> {
  const options = readOptions(process.argv);
  if (options.help) {
    process.stdout.write(HELP);
    return app.exit(0);
  }
  if (options.version) {
    process.stdout.write(`${app.name} ${app.getVersion()}\n`);
    return app.exit(0);
  }
  if (options.screenshotFolder !== null) makePictureFolder(options.screenshotFolder);
  const warn = (words: string): void => console.error(`callback-phone: ${words}`);
  const account = options.accountFile === null ? null : openAccountFile(options.accountFile, process.platform, warn);
  setSwitches();
  registerAppScheme();
  let startedAgain = (_words: readonly string[]): void => {};
  if (!takeInstanceLock((words) => startedAgain(words), options.screenshotFolder !== null || account !== null)) return;

  const userData = app.getPath('userData');
  mkdirSync(userData, { recursive: true });
  const eventViewer = new EventViewer();
  const logFile = join(userData, 'logs', 'callback-phone.log');
  let preferences: PreferenceTable | undefined;
  const level = (): LogLevel => preferences?.get().logLevel ?? 'everything';
  const storage = new StorageHealth();
  const onLogChange = (works: boolean): void => storage.change('log', works);
  const log = { ...openLog(logFile, level, options.quiet, onLogChange), event: eventViewer.add.bind(eventViewer) };
  const sdiOf = (service: string): Sdi => new Sdi(service, systemClock, log);
  const sdi = sdiOf('Shell');
  const trace = (text: string): void => sdi.trace(text);
  trace(code.wasKept ? 'runs as it was compiled before' : 'compiled anew');
  const databaseFile = join(userData, 'callmanager.db');
  const opened = await openOrRescue(databaseFile, {
    now: () => systemClock.now(),
    // A script that takes pictures must not wait for somebody to choose.
    ask: async (about) => options.rescue ?? (options.screenshotFolder ? 'quit' : askAboutDatabase(about)),
    alarm: (name, text) => sdi.alarm(name, text),
    // Nobody sees the words of a script that takes pictures, which gives up by itself.
    waitWithWords: options.screenshotFolder ? () => delay(LOCK_TIMEOUT_MS) : tellOfLock,
    pause: delay,
  });
  if (!opened) return app.exit(1);
  const database = new WatchedDatabase(opened, systemClock, (cause) => {
    if (cause === null) kept.catchUp();
    else sdi.alarm('NothingStored', `${databaseFile}: ${cause}; it is tried again, and calls go on`);
    storage.change('data', cause === null);
  });
  const kept = new KeptWrites(database);
  preferences = new PreferenceTable(database, kept);
  const setting = new SettingTable(database, kept);
  const parameters = new ParameterTable(database);
  const table = new AccountTable(database, (problem) => sdi.alarm('AccountUnreadable', problem));

  const assets = join(app.getAppPath(), 'assets');
  const refusals = new Refusals(() => systemClock.now());
  const desktop: Desktop = new Desktop(
    {
      database,
      kept,
      preferences,
      assets,
      clock: systemClock,
      systems: () => systems,
      openAccounts: () => own.window.open(),
      exportDiagnostics: () =>
        exportDiagnostics({
          logFile,
          preferences: preferences as PreferenceTable,
          parameters,
          table,
          secrets: () => secrets,
          refusals,
          system: () => systems.kind,
          view: () => desktop.view,
          devices: () => desktop.soundDevices,
        }),
      trace,
    },
    options.screenshotFolder !== null || options.guidedDemo,
  );
  const { controlPort } = options;
  const bench =
    controlPort === null ? null : openTestBench({ port: controlPort, userData, systems: () => systems, trace });
  const phoneWeb = options.phoneWeb
    ? new PhoneWeb({ file: join(userData, 'phone-web.json'), systems: () => systems, trace })
    : null;
  const systems: PhoneSystems = new PhoneSystems(
    {
      assets,
      soundFolder: join(userData, 'TFTPPath'),
      dictionaries: [join(app.getAppPath(), 'assets', 'dictionaries'), join(userData, 'dictionaries')],
      database,
      memory: new PhoneMemoryTable(database, (problem) => sdi.alarm('PhoneMemory', problem), kept),
      storage,
      parameters,
      secrets: () => secrets,
      sdiOf,
      eventViewer,
      recorder: options.recordFile === null ? null : new StoryRecorder(openStoryFile(options.recordFile)),
      desktopIntegration: desktop.desktopIntegration,
      tap: bench?.tap ?? null,
      onLineEvent: (event) => {
        bench?.onLineEvent(event);
        own.onLineEvent(event);
        desktop.onLineEvent(event);
        refusals.onLineEvent(event);
        // A phone that is new registers.
        if (event.kind === 'registration') phoneWeb?.lookForPhones();
      },
    },
    () => own.accounts.list(),
  );
  startedAgain = (words) => desktop.startedAgain(words);
  const keepBackup = keepBackupLater(database, databaseFile, systemClock, (cause) => sdi.alarm('BackupNotKept', cause));
  onQuit(() => {
    bench?.stop();
    phoneWeb?.stop();
    desktop.stop();
    void systems.stop();
    keepBackup();
    database.close();
  });

  await app.whenReady();

  const secrets = await SecretStore.open(join(userData, 'secrets'), electronKeyring(safeStorage), trace);
  const own = openUserAccounts({ table, setting, secrets, systems, trace });
  if (account && options.acceptAccount) await own.accept(account);
  const first = !options.demo && setting.system === 'accounts' && own.accounts.list().length > 0 ? 'accounts' : 'demo';
  guardPages(session.defaultSession);
  guardCertificates(
    session.defaultSession,
    () => own.accounts.pins(),
    (server) => systems.certificateRefused(server),
  );
  serveApp(join(app.getAppPath(), 'out', 'renderer'));
  await desktop.start();
  await systems.start(first);
  await systems.begun();
  await bench?.listen();
  keepCode(code, trace);
  if (!options.quiet) sayReady(systems.windows().length);
  desktop.opened(process.argv.slice(1));
  const unasked = setting.system === null && !options.demo;
  const passwordMissing = first === 'accounts' && own.accounts.list().some(({ account }) => account.password === '');
  // A demonstration, or a script, goes nowhere that nobody has asked for.
  if (!options.demo && !options.screenshotFolder) keepUpToDate(preferences, systemClock, trace);
  if (options.screenshotFolder) await saveScreenshots(options.screenshotFolder, systems, systemClock);
  else if (options.guidedDemo) desktop.startGuidedDemo();
  else if (account && !options.acceptAccount) own.offer(account);
  else if (unasked || passwordMissing) own.window.open();
}

/** Our own code, as V8 has compiled it. */
interface KeptCode {
  readonly wasKept: boolean;
  keep(): void;
}

/** For the next start. An installed app comes with its code compiled, and writes nothing where it lies. */
function keepCode(code: KeptCode, trace: (text: string) => void): void {
  if (code.wasKept || app.isPackaged) return;
  try {
    code.keep();
  } catch (error) {
    trace(`compiled code not kept: ${errorWords(error)}`);
  }
}

export { failStart };
