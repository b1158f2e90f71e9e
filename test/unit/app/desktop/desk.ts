import type { ActiveCallBack, DeskView } from '../../../../src-main/app/desktop/desk-view';
import type { PhoneCall, PhoneStatus } from '../../../../src-main/phone/phone-status';

export const phone = (number: string, displayName: string, more: Partial<PhoneStatus> = {}): PhoneStatus => ({
  name: `SEP${number}`,
  number,
  displayName,
  registered: true,
  calls: [],
  muted: false,
  doNotDisturb: false,
  offHook: false,
  failed: false,
  screen: false,
  menu: false,
  ...more,
});

export const call = (phase: PhoneCall['phase'], party: string, id = `${phase}-1`): PhoneCall => ({ id, phase, party });

export const waits = (calling: string, called: string, availableSince: number | null = null): ActiveCallBack => ({
  device: `SEP${calling}`,
  calling,
  called,
  availableSince,
});

export const desk = (more: Partial<DeskView> = {}): DeskView => ({
  phones: [phone('1001', 'Alice'), phone('1002', 'Bob')],
  callBacks: [],
  missed: [],
  ...more,
});

export const missed = (party: string, at = 1) => ({ device: 'SEP1001', number: '1001', party, at });
