import type { Lamp as LampState } from '../../src-main/contract/phone-snapshot';

/** A light in a key. What it says is also said by the key's pressed state or by the display, so it is not read out. */
export function Lamp({ state, colour }: { readonly state: LampState; readonly colour: 'green' | 'red' }) {
  return <span className={`lamp lamp-${colour}`} data-lamp={state} aria-hidden="true" />;
}
