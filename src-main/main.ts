import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, session } from 'electron';
import { AccountTable } from './callmanager/database/account-table';
import { tryToKeepBackup } from './callmanager/database/backup';
import { ParameterTable } from './callmanager/database/parameter-table';
import { PhoneMemoryTable } from './callmanager/database/phone-memory-table';
import { PreferenceTable } from './callmanager/database/preference-table';
import { SettingTable } from './callmanager/database/setting-table';
import { EventViewer } from './callmanager/ris-data-collector/event-viewer';
import { Sdi } from './cef/sdi/sdi';
import { ConnectionTest } from './pbx/connection-test/connection-test';
import { nodeProbes } from './pbx/connection-test/probes/node-probes';
import { AccountWindow } from './shell/accounts/account-window';
import { Accounts } from './shell/accounts/accounts';
import { ChromiumVerdict } from './shell/accounts/chromium-verdict';
import { saveScreenshots } from './shell/desktop/screenshots';
import { setSwitches } from './shell/desktop/switches';
import { openLog } from './shell/log-file';
import { readOptions } from './shell/options';
import { registerAppScheme, serveApp } from './shell/pages/app-protocol';
import { guardCertificates } from './shell/pages/certificates';
import { guardPages } from './shell/pages/guards';
import { failStart, onQuit, takeInstanceLock } from './shell/process';
import { askAboutDatabase } from './shell/rescue-database';
import { SecretStore } from './shell/secret-store';
import { openStoryFile } from './shell/story-file';
import { systemClock } from './shell/system-clock';
import { keepUpToDate } from './shell/updates/keep-up-to-date';
import { StoryRecorder } from './story/story-recorder';
import { openOrRescue } from './systems/open-or-rescue';
import { PhoneSystems } from './systems/phone-systems';

/** What the app stands on, the accounts, and the phone system that the phones are connected to: see demo-system.ts for Figure 4-1. */
async function main(): Promise<void> {
  const options = readOptions(process.argv);
  setSwitches();
  registerAppScheme();
  let showAll = (): void => {};
  if (!takeInstanceLock(() => showAll(), options.screenshotFolder !== null)) return;

  const userData = app.getPath('userData');
  mkdirSync(userData, { recursive: true });
  const eventViewer = new EventViewer();
  const log = { ...openLog(join(userData, 'logs', 'callback-phone.log')), event: eventViewer.add.bind(eventViewer) };
  const sdiOf = (service: string): Sdi => new Sdi(service, systemClock, log);
  const sdi = sdiOf('Shell');
  const trace = (text: string): void => sdi.trace(text);
  const databaseFile = join(userData, 'callmanager.db');
  const database = await openOrRescue(databaseFile, {
    now: () => systemClock.now(),
    // A script that takes pictures must not wait for somebody to choose.
    ask: async (about) => options.rescue ?? (options.screenshotFolder ? 'quit' : askAboutDatabase(about)),
    alarm: (name, text) => sdi.alarm(name, text),
  });
  if (!database) return app.exit(1);
  const setting = new SettingTable(database);
  const preferences = new PreferenceTable(database);
  const table = new AccountTable(database, (problem) => sdi.alarm('AccountUnreadable', problem));
  let keyring: SecretStore | undefined;
  const secrets = (): SecretStore => {
    keyring ??= new SecretStore(join(userData, 'secrets'), trace);
    return keyring;
  };

  const systems = new PhoneSystems(
    {
      assets: join(app.getAppPath(), 'assets'),
      soundFolder: join(userData, 'TFTPPath'),
      dictionaries: [join(app.getAppPath(), 'assets', 'dictionaries'), join(userData, 'dictionaries')],
      database,
      parameters: new ParameterTable(database),
      memory: new PhoneMemoryTable(database, (problem) => sdi.alarm('PhoneMemory', problem)),
      secrets,
      sdiOf,
      eventViewer,
      recorder: options.recordFile === null ? null : new StoryRecorder(openStoryFile(options.recordFile)),
      openAccounts: () => accountWindow.open(),
      onLineEvent: (event) => test.onLineEvent(event),
    },
    () => accounts.list(),
  );
  showAll = () => systems.showAll();
  onQuit(() => {
    void systems.stop();
    database.close();
  });

  const first = !options.demo && setting.system === 'accounts' && table.load().length > 0 ? 'accounts' : 'demo';
  // The demo cluster does not wait for the app to be ready: its CallManager has much to do meanwhile.
  if (first === 'demo') await systems.start('demo');
  await app.whenReady();

  let verdict: ChromiumVerdict | undefined;
  const test = new ConnectionTest({
    clock: systemClock,
    probes: nodeProbes,
    verdictOf: (server, fingerprint) => {
      verdict ??= new ChromiumVerdict();
      return verdict.of(server, fingerprint);
    },
    send: (command) => systems.send(command),
    report: (report) => accountWindow.report(report),
  });
  const accounts = new Accounts({
    table,
    setting,
    secrets: secrets(),
    test,
    onSaved: () => void systems.accountsChanged(),
    onRemoved: () => void systems.accountsChanged(),
  });
  const accountWindow = new AccountWindow({
    book: () => accounts.book(),
    save: (form, given) => accounts.save(form, given),
    remove: (id) => accounts.remove(id),
    test: (run, form, given) => accounts.test(run, form, given),
    endTest: () => accounts.endTest(),
    choose: async (system) => {
      accounts.choose(system);
      await systems.change(system);
    },
    trace,
  });

  guardPages(session.defaultSession);
  guardCertificates(
    session.defaultSession,
    () => accounts.pins(),
    (server) => systems.certificateRefused(server),
  );
  serveApp(join(app.getAppPath(), 'out', 'renderer'));
  if (first === 'accounts') await systems.start('accounts');
  systems.open();
  tryToKeepBackup(database, databaseFile, (cause) => sdi.alarm('BackupNotKept', cause));
  const unasked = setting.system === null && !options.demo;
  const passwordMissing = first === 'accounts' && accounts.list().some(({ account }) => account.password === '');
  // A demonstration, or a script, goes nowhere that nobody has asked for.
  if (!options.demo && !options.screenshotFolder) keepUpToDate(preferences, systemClock, trace);
  if (options.screenshotFolder) await saveScreenshots(options.screenshotFolder, systems, systemClock);
  else if (unasked || passwordMissing) accountWindow.open();
}

main().catch(failStart);
