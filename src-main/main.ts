import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, session } from 'electron';
import { CallManager } from './callmanager/call-manager';
import { DeviceTable, MOST_PHONES } from './callmanager/database/device-table';
import { openDatabase } from './callmanager/database/open-database';
import { RequestTable } from './callmanager/database/request-table';
import { CiscoExtendedFunctions } from './cef/cisco-extended-functions';
import { QbeHelper } from './cef/qbe-helper/qbe-helper';
import { Dictionaries } from './cef/screen-saver/dictionaries';
import { ScreenSaver } from './cef/screen-saver/screen-saver';
import { Sdi } from './cef/sdi/sdi';
import { DemoCluster } from './shell/demo-cluster';
import { setSwitches } from './shell/desktop/switches';
import { openLog } from './shell/log-file';
import { readOptions } from './shell/options';
import { registerAppScheme, serveApp } from './shell/pages/app-protocol';
import { guardPages } from './shell/pages/guards';
import { Passwords } from './shell/phones/passwords';
import { readDictionaryFiles } from './shell/phones/read-assets';
import { failStart, onQuit, takeInstanceLock } from './shell/process';
import { SecretStore } from './shell/secret-store';
import { systemClock } from './shell/system-clock';

/** "CTI Connecting Port—Default specifies port 2748." and the other service parameters' defaults. */
const SERVICE_PARAMETERS = {
  ctiConnectingPort: 2748,
  connectionRetryTimeOut: 1000,
  audioFileName: 'CallBack.raw',
} as const;
const DOMAIN = 'callback-phone.invalid';

/** Every part and how it is wired: the chapter's Figure 4-1. */
async function main(): Promise<void> {
  const options = readOptions(process.argv);
  setSwitches();
  registerAppScheme();
  if (!takeInstanceLock(() => cluster.showAll(), options.screenshotFolder !== null)) return;

  const userData = app.getPath('userData');
  const assets = join(app.getAppPath(), 'assets');
  mkdirSync(userData, { recursive: true });
  const log = openLog(join(userData, 'logs', 'callback-phone.log'));
  const sdiOf = (service: string): Sdi => new Sdi(service, systemClock, log);
  const [shellSdi, callManagerSdi, cefSdi] = [sdiOf('Shell'), sdiOf('CallManager'), sdiOf('CEF')];

  // Cisco CallManager database
  const database = openDatabase(join(userData, 'callmanager.db'));
  const devices = new DeviceTable(database);
  const requests = new RequestTable(database, (problem) => cefSdi.alarm('RequestUnreadable', problem));

  // The phones
  let secrets: SecretStore | undefined;
  const passwords = new Passwords(() => {
    secrets ??= new SecretStore(join(userData, 'secrets'), (text) => shellSdi.trace(text));
    return secrets;
  });
  const cluster = new DemoCluster({
    assets,
    domain: DOMAIN,
    mostPhones: MOST_PHONES,
    devices,
    passwords,
    clock: systemClock,
    sdi: shellSdi,
    audioFileName: SERVICE_PARAMETERS.audioFileName,
    soundFolder: join(userData, 'TFTPPath'),
  });

  // Cisco CallManager and Cisco CTIManager
  const ctiPassword = randomBytes(18).toString('base64url');
  const callManager = await CallManager.start(
    { domain: DOMAIN, sipPort: 0, ctiPort: SERVICE_PARAMETERS.ctiConnectingPort, ctiPassword },
    {
      devices,
      station: cluster.phones,
      passwordOf: (number) => passwords.of(number),
      trace: (text) => callManagerSdi.trace(text),
      traceSip: (text) => callManagerSdi.detail(text),
    },
  );

  // Cisco Extended Functions: Call Back Handler, screen saver and dictionaries, database interface, CTIManager interface
  const dictionaries = Dictionaries.read(
    readDictionaryFiles(join(assets, 'dictionaries'), 'call-back-dictionary.xml'),
    (problem) => cefSdi.alarm('DictionaryBad', problem),
  );
  const cef = new CiscoExtendedFunctions({
    database: devices,
    store: requests,
    screenSaver: new ScreenSaver(dictionaries),
    sdi: cefSdi,
    clock: systemClock,
    audioFileName: SERVICE_PARAMETERS.audioFileName,
  });
  const qbeHelper = new QbeHelper(
    {
      host: '127.0.0.1',
      port: callManager.ctiPort,
      application: 'Cisco Extended Functions',
      password: ctiPassword,
      retryAfter: SERVICE_PARAMETERS.connectionRetryTimeOut,
    },
    systemClock,
    cef,
    (text) => cefSdi.trace(text),
  );
  cef.start(qbeHelper);
  qbeHelper.start();

  onQuit(() => {
    cef.stop();
    qbeHelper.stop();
    cluster.stop();
    void callManager.stop();
    database.close();
  });

  await app.whenReady();
  guardPages(session.defaultSession);
  serveApp(join(app.getAppPath(), 'out', 'renderer'));
  cluster.start(callManager);
  if (options.screenshotFolder) await cluster.saveScreenshots(options.screenshotFolder);
}

main().catch(failStart);
