import { pinnedServer } from '../app/certificate-pins';
import type { PhoneConfiguration } from '../app/phones/phones';
import { systemClock } from '../base/system-clock';
import { buildCallBackService } from '../cef-host/call-back-service';
import type { AccountSettings } from '../contract/account-settings';
import type { Account } from '../contract/line-port';
import { MAX_ACCOUNTS } from '../pbx/account/check-account';
import type { PbxLine } from '../pbx/own-lines';
import { PbxLink } from '../pbx/pbx-link';
import { SpeedDials } from '../pbx/speed-dials';
import { redactSip } from '../sip/redact-sip';
import { Desk } from './desk';
import { setPhonesMenu } from './desktop/phones-menu';
import { onWake } from './desktop/power-resume';
import type { Machine, RunningSystem } from './machine';

/** The one phone of this desk, with a line button for each account. */
const PHONE = 'SEP000000000001';
const LOCALE = 'English_United_States';
/** Milliseconds. */
const TICK = 1000;

/** `account` as the line page needs it; its password is empty where it is not known in this run. */
export interface PbxAccount {
  readonly settings: AccountSettings;
  readonly account: Account;
}

/**
 * The user's own lines on the company's SIP server, which knows nothing of us. The app must be ready.
 *
 * @param accounts at least one
 */
export function startPbxSystem(machine: Machine, accounts: () => readonly PbxAccount[]): RunningSystem {
  const sdi = machine.sdiOf('Pbx');

  // The link that stands in the place of Cisco CTIManager, and watches other lines by SIP
  const link: PbxLink = new PbxLink(PHONE, {
    now: () => systemClock.now(),
    station: {
      deliver: (device, xml) => desk.phones.deliver(device, xml),
      showPrompt: (device, text) => desk.phones.showPrompt(device, text),
      makeCall: (device, number, line) => desk.phones.makeCall(device, number, line),
      showWatch: (device, watch) => desk.phones.showWatch(device, watch),
      showSpeedDial: (device, number, status) => desk.phones.showSpeedDial(device, number, status),
      showRemoteInUse: (device, line, inUse) => desk.phones.showRemoteInUse(device, line, inUse),
      showMessages: (device, line, messages) => desk.phones.showMessages(device, line, messages),
    },
    send: (command) => desk.send(command),
    waiterFor: (number) => service.requests.load().find(({ called }) => called === number)?.calling,
    localeOf: () => LOCALE,
    trace: (text) => sdi.trace(text),
    record: (input) => machine.recorder?.linkHeard(input, systemClock.now()),
  });

  // The lines that the phone's speed dials show
  const speedDials = new SpeedDials({
    send: (command) => desk.send(command),
    show: (number, status) => desk.phones.showSpeedDial(PHONE, number, status),
    trace: (text) => sdi.trace(text),
  });

  // Cisco Extended Functions: "With a PBX: straight to the handler"
  const service = buildCallBackService(machine, link, { isOurs: (device) => device === PHONE, name: 'CEF' });
  // The place of the DB Change Notifier: database and service are in one process here.
  const stopHearing = machine.parameters.onDidChange((changed) => {
    service.cef.parametersChanged(changed);
    service.configure(changed);
  });

  // The phone
  const desk = new Desk({
    assets: machine.assets,
    soundFolder: machine.soundFolder,
    dictionaries: machine.dictionaries,
    desktopIntegration: machine.desktopIntegration,
    storage: machine.storage,
    tap: machine.tap,
    clock: systemClock,
    sdi: machine.sdiOf('Shell'),
    audioFileName: machine.parameters.get().audioFileName,
    memory: machine.memory,
    callManager: () => link,
    accountOf: (line) => accountFor(accounts(), line),
    devices: () => phonesOf(accounts()),
    route: (command) => link.route(command),
    onSent: (command) => {
      link.sent(command);
      speedDials.sent(command);
    },
    onLinePageLost: () => {
      link.linePageLost();
      speedDials.linePageLost();
    },
    onLineEvent: (event) => {
      link.onLineEvent(event);
      speedDials.onLineEvent(event);
      machine.onLineEvent(event);
    },
    onTraced: (text) => sdi.detail(redactSip(text)),
  });

  const setLines = (): void => {
    link.setLines(accounts().map(({ settings }) => lineOf(settings)));
    speedDials.setDials(dialsOf(accounts()).map(({ line, number }) => ({ line, number })));
  };
  let cancelTick: () => void = () => {};
  const tick = (): void => {
    cancelTick = systemClock.after(TICK, () => {
      link.tick();
      tick();
    });
  };
  /** The lines try again and again: one alarm will do until the accounts have changed. */
  const doubted = new Set<string>();

  void desk.open();
  setPhonesMenu({
    list: () => phonesOf(accounts()),
    open: (phone) => desk.openWindow(phone),
    change: null,
    actions: machine.desktopIntegration.menu,
  });
  service.cef.start(link);
  setLines();
  link.start(service.cef);
  tick();
  // A laptop that was closed finds its sockets as dead as they look alive.
  const stopListening = onWake(() => desk.send({ kind: 'checkConnections' }));
  desk.plugIn();

  return {
    kind: 'accounts',
    accountsChanged: () => {
      doubted.clear();
      setLines();
      for (const { name, lines, speedDials: dials } of phonesOf(accounts())) {
        desk.phones.change(name, lines);
        desk.phones.setSpeedDials(name, dials);
      }
    },
    certificateRefused: (server) => {
      if (!doubted.has(server))
        sdi.alarm('CertificateNotTrusted', `${server}: open the accounts and test the connection to see it`);
      doubted.add(server);
      for (const { settings } of accounts())
        if (settings.server.startsWith('wss:') && pinnedServer(settings.server) === server)
          desk.phones.certificateRefused(settings.id);
    },
    desk,
    isOurs: (device) => device === PHONE,
    stop: async () => {
      cancelTick();
      stopListening();
      stopHearing();
      service.cef.stop();
      desk.close();
    },
  };
}

function phonesOf(accounts: readonly PbxAccount[]): readonly PhoneConfiguration[] {
  const [first, ...others] = accounts.slice(0, MAX_ACCOUNTS).map(({ settings: { id, number, displayName } }) => ({
    id,
    number,
    displayName: displayName || number,
  }));
  const dials = dialsOf(accounts).map(({ number, label }) => ({ number, label }));
  return first
    ? [
        {
          name: PHONE,
          lines: [first, ...others],
          speedDials: dials,
          userLocale: LOCALE,
          networkLocale: '',
          completeAfterDigits: 0,
        },
      ]
    : [];
}

/** Of all accounts, as many as there are buttons left beside the lines. */
const dialsOf = (accounts: readonly PbxAccount[]) =>
  accounts
    .flatMap(({ settings }) => settings.speedDials.map((dial) => ({ ...dial, line: settings.id })))
    .slice(0, Math.max(0, MAX_ACCOUNTS - accounts.length));

function accountFor(accounts: readonly PbxAccount[], line: string): Account | null {
  const account = accounts.find(({ settings }) => settings.id === line)?.account;
  return account?.password ? account : null;
}

const lineOf = ({ id, number, domain, lastResort, askEvery }: AccountSettings): PbxLine => ({
  id,
  number,
  identity: `sip:${number}@${domain}`,
  lastResort,
  askEvery,
});
