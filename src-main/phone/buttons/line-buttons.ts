import type { Lamp, LineButton } from '../../contract/phone-snapshot';
import { registrationOf } from '../lines';
import type { PhoneState } from '../phone-state';

const BUTTONS = 6;

/** The buttons beside the display, each with its line's number; null = no line there. */
export const lineButtonsOf = (state: PhoneState): readonly (LineButton | null)[] =>
  Array.from({ length: BUTTONS }, (_, index) => {
    const line = state.device.lines[index];
    if (!line) return null;
    const registered = registrationOf(state, line.id).kind === 'registered';
    return {
      label: line.number,
      lamp: lampOf(state, line.id),
      registered,
      kind: 'line',
      far: 'unknown',
      messages: false,
    };
  });

function lampOf(state: PhoneState, line: string): Lamp {
  const phases = state.calls.filter((call) => call.line === line).map((call) => call.phase);
  if (phases.includes('ringIn')) return 'flash';
  const hasDialTone = state.hook !== 'onHook' && state.selected === null && state.selectedLine === line;
  if (hasDialTone || phases.some((phase) => phase !== 'held')) return 'on';
  return phases.includes('held') ? 'wink' : 'off';
}
