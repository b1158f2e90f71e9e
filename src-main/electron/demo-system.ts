import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { knownNetworks } from '../app/phones/network-tones';
import { Passwords } from '../app/phones/passwords';
import type { PhoneConfiguration } from '../app/phones/phones';
import { readSoftkeyTemplates } from '../app/phones/read-assets';
import { systemClock } from '../base/system-clock';
import { administrationOf } from '../callmanager/administration/cluster-administration';
import { installedLocales } from '../callmanager/administration/installed-locales';
import { CallManager } from '../callmanager/call-manager';
import { type Device, DeviceTable, type DirectoryLine, MAX_PHONES } from '../callmanager/devices/device-table';
import { PhoneSoftkeys } from '../callmanager/devices/phone-softkeys';
import { VoiceMailTable } from '../callmanager/devices/voice-mail-table';
import { lineIdOf, numberOfLine } from '../callmanager/line-id';
import { ExtendedFunctions } from '../cef-host/extended-functions';
import { type Account, USUAL_CODECS } from '../contract/line-port';
import type { PhoneLine } from '../phone/phone-state';
import { AdminWindow } from './admin/admin-window';
import { DemoCluster, type PhoneDevices } from './demo-cluster';
import { Desk } from './desk';
import type { Machine, RunningSystem } from './machine';
import { ServiceabilityWindow } from './serviceability/serviceability-window';

const DOMAIN = 'callback-phone.invalid';
/** Seconds that a registration lasts before it must be renewed. */
const REGISTRATION_EXPIRES = 300;
/** Numbers of the demo cluster have that many digits, and are dialled when they are complete. */
const NUMBER_LENGTH = 4;

/**
 * The demo cluster: a CallManager of our own, its phones, and the Call Back service at its CTIManager link.
 *
 * The app must be ready.
 *
 * @throws Error if no port can be listened at
 */
export async function startDemoSystem(machine: Machine): Promise<RunningSystem> {
  const { parameters } = machine;
  const [sdi, callManagerSdi] = [machine.sdiOf('Shell'), machine.sdiOf('CallManager')];

  // Cisco CallManager database
  const devices = new DeviceTable(machine.database);
  const voiceMail = new VoiceMailTable(machine.database);
  const softkeys = new PhoneSoftkeys(machine.database, {
    standard: readSoftkeyTemplates(join(machine.assets, 'softkey-templates')),
    report: (problem) => callManagerSdi.alarm('SoftkeyTemplateBad', problem),
  });
  const passwords = new Passwords(machine.secrets);

  // The phones
  const phones: PhoneDevices = {
    list: () => devices.phones().map(phoneOf),
    add: () => {
      const device = devices.add();
      return device && phoneOf(device);
    },
    remove: (name) => devices.remove(name),
  };
  const desk: Desk = new Desk({
    assets: machine.assets,
    soundFolder: machine.soundFolder,
    dictionaries: machine.dictionaries,
    desktopIntegration: machine.desktopIntegration,
    storage: machine.storage,
    tap: machine.tap,
    clock: systemClock,
    sdi,
    audioFileName: parameters.get().audioFileName,
    memory: machine.memory,
    callManager: () => callManager,
    accountOf: (line) => accountOf(line),
    devices: phones.list,
    onLineEvent: (event) => machine.onLineEvent(event),
  });
  await desk.open();

  // Cisco CallManager and Cisco CTIManager
  const password = randomBytes(18).toString('base64url');
  const callManager = await CallManager.start(
    { domain: DOMAIN, sipPort: 0, ctiPort: parameters.get().ctiConnectingPort, ctiPassword: password },
    {
      devices,
      voiceMail,
      station: desk.phones,
      passwordOf: (device) => passwords.of(device),
      trace: (text) => callManagerSdi.trace(text),
      traceSip: (text) => callManagerSdi.detail(text),
      onApplications: (roll) => extendedFunctions.onApplications(roll),
    },
  ).catch((error: unknown) => {
    desk.close();
    throw error;
  });

  // They register while the rest is made.
  desk.plugIn();

  // Cisco Extended Functions, and the services that it depends on
  const extendedFunctions: ExtendedFunctions = new ExtendedFunctions({
    host: machine,
    database: devices,
    isOurs: (device) => devices.find(device) !== undefined,
    password,
    ctiManager: () => callManager,
  });
  extendedFunctions.start();

  // Cisco CallManager Administration
  const administration = administrationOf({
    devices,
    parameters,
    softkeys,
    voiceMail,
    locales: installedLocales(machine.dictionaries),
    networkLocales: knownNetworks(join(machine.assets, 'tones')),
    numberLength: NUMBER_LENGTH,
    deviceRemoved: (device) => callManager.deviceRemoved(device),
  });
  const adminWindow = new AdminWindow(administration, (text) => sdi.trace(text));

  const serviceabilityWindow = new ServiceabilityWindow(extendedFunctions, (text) => sdi.trace(text));

  const cluster = new DemoCluster({
    desk,
    devices: phones,
    mostPhones: MAX_PHONES,
    deviceRemoved: (device) => {
      callManager.deviceRemoved(device);
      machine.memory.forget(device);
    },
    openAdministration: () => adminWindow.open(),
    openServiceability: () => serviceabilityWindow.open(),
    service: extendedFunctions.servers,
    actions: machine.desktopIntegration.menu,
  });
  devices.onDidChange((name) => {
    cluster.deviceChanged(name);
    adminWindow.show(administration.book());
  });
  softkeys.onDidChange(() => {
    for (const { name } of devices.phones()) cluster.deviceChanged(name);
    adminWindow.show(administration.book());
  });
  voiceMail.onDidChange(() => adminWindow.show(administration.book()));
  const stopShowing = parameters.onDidChange(() => adminWindow.show(administration.book()));
  cluster.showMenu();

  function phoneOf(device: Device): PhoneConfiguration {
    const { name, lines, speedDials, networkLocale } = device;
    const [first, ...others] = lines;
    return {
      name,
      lines: [lineOf(name, first), ...others.map((line) => lineOf(name, line))],
      speedDials,
      userLocale: devices.localeOf(name),
      networkLocale,
      completeAfterDigits: NUMBER_LENGTH,
      template: softkeys.of(device),
    };
  }

  function accountOf(line: string): Account | null {
    const device = devices
      .phones()
      .find(({ name, lines }) => lines.some(({ number }) => lineIdOf(name, number) === line));
    if (!device) return null;
    const number = numberOfLine(line);
    return {
      number,
      // CallManager says who calls, by its own records: a new name is no reason to register anew.
      displayName: number,
      domain: DOMAIN,
      authenticationUser: device.name,
      password: passwords.of(device.name),
      server: callManager.sipAddress,
      expires: REGISTRATION_EXPIRES,
      iceServers: [],
      codecs: [...USUAL_CODECS],
      contact: 'invalid',
      digits: 'rfc4733',
    };
  }

  return {
    kind: 'demo',
    accountsChanged: () => {},
    certificateRefused: () => {},
    desk,
    isOurs: (device) => devices.find(device) !== undefined,
    stop: async () => {
      stopShowing();
      extendedFunctions.stop();
      adminWindow.close();
      serviceabilityWindow.close();
      desk.close();
      await callManager.stop();
    },
  };
}

const lineOf = (device: string, { number, displayName }: DirectoryLine): PhoneLine => ({
  id: lineIdOf(device, number),
  number,
  displayName,
});
