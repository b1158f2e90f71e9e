import type { PhoneEffect } from '../phone-effect';
import { forCall, type PhoneState, type Step, step, withoutCall } from '../phone-state';
import { type Call, isOver } from './call';

/** Takes calls off the phone, and ends those that are not over yet. */
export function dropCalls(state: PhoneState, calls: readonly Call[]): Step {
  const effects: PhoneEffect[] = calls.filter((call) => !isOver(call)).map((call) => forCall('release', call));
  return step(
    calls.reduce((left, call) => withoutCall(left, call.id), state),
    ...effects,
  );
}
