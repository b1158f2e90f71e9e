import type { ToldStatus } from '../../contract/line-status';
import type { FarState, Lamp, LineButton } from '../../contract/phone-snapshot';
import { isRingingIn } from '../calls/call';
import { registrationOf } from '../lines';
import { isDialling, type PhoneLine, type PhoneState, type SpeedDial } from '../phone-state';

const BUTTONS = 6;

/** The buttons beside the display: the lines from the top, then the speed dials; null = nothing there. */
export function lineButtonsOf(state: PhoneState): readonly (LineButton | null)[] {
  const { lines, speedDials } = state.device;
  const buttons = [
    ...lines.map((line) => lineButton(state, line)),
    ...speedDials.map((speedDial) => speedDialButton(state, speedDial)),
  ];
  return Array.from({ length: BUTTONS }, (_, index) => buttons[index] ?? null);
}

const lineButton = (state: PhoneState, { id, number }: PhoneLine): LineButton => ({
  label: number,
  lamp: lampOf(state, id),
  registered: registrationOf(state, id).kind === 'registered',
  kind: 'line',
  far: sharedState(state.remoteInUse[id]),
  messages: state.messages[id]?.waiting === true,
});

/** null = nobody says, as of a line that is no shared one. */
const sharedState = (inUse: boolean | undefined): FarState =>
  inUse === undefined ? 'unknown' : inUse ? 'inUse' : 'idle';

function lampOf(state: PhoneState, line: string): Lamp {
  const calls = state.calls.filter((call) => call.line === line);
  if (calls.some(isRingingIn)) return 'flash';
  const hasDialTone = isDialling(state) && state.selectedLine === line;
  if (hasDialTone || calls.some(({ phase }) => phase !== 'held')) return 'on';
  if (calls.length > 0) return 'wink';
  return state.remoteInUse[line] ? 'on' : 'off';
}

function speedDialButton(state: PhoneState, { number, label }: SpeedDial): LineButton {
  const far = FAR_STATES[state.speedDialStates[number] ?? 'unknown'];
  return { label: label || number, lamp: LAMPS[far], registered: true, kind: 'speedDial', far, messages: false };
}

const FAR_STATES: Readonly<Record<ToldStatus, FarState>> = {
  unknown: 'unknown',
  offline: 'unknown',
  onHook: 'idle',
  doNotDisturb: 'doNotDisturb',
  ringing: 'ringing',
  offHook: 'inUse',
};

const LAMPS: Readonly<Record<FarState, Lamp>> = {
  unknown: 'off',
  idle: 'off',
  ringing: 'flash',
  inUse: 'on',
  doNotDisturb: 'wink',
};
