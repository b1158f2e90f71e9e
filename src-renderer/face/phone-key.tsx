import { createContext, type MouseEvent, type ReactNode, useContext, useRef } from 'react';
import { useStore } from 'zustand';
import type { Key } from '../../src-main/contract/keys';
import { PressButton } from '../kit/press-button';
import { heldKeys } from './store';

/** How the parts of the face say that a key was pressed. */
export const PressContext = createContext<(key: Key) => void>(() => {
  throw new Error('A key of the phone needs a PressContext around it');
});

interface PhoneKeyProps {
  readonly phoneKey: Key;
  readonly name: string;
  readonly className?: string;
  readonly disabled?: boolean;
  readonly pressed?: boolean | undefined;
  /** What is to be said of it besides its name. */
  readonly description?: string | undefined;
  readonly children?: ReactNode;
}

/** Pressed twice, they are as before. */
const TOGGLES: ReadonlySet<Key['kind']> = new Set(['handset', 'speaker', 'headset', 'mute']);

/** One key of the phone: pressed, it says so to the main process, which alone knows what that means. */
export function PhoneKey({ phoneKey, name, className = '', disabled = false, children, ...more }: PhoneKeyProps) {
  const press = useContext(PressContext);
  const held = useStore(heldKeys, (key) => key !== null && sameKey(key, phoneKey));
  const firstName = useRef(name);
  const onPress = ({ detail: clicks }: MouseEvent): void => {
    if (clicks < 2) firstName.current = name;
    // A double click is one press where the key is another one by now, such as Hold for Answer, or would take the first press back.
    else if (name !== firstName.current || TOGGLES.has(phoneKey.kind)) return;
    press(phoneKey);
  };
  return (
    <PressButton name={name} className={className} disabled={disabled} held={held} onPress={onPress} {...more}>
      {children}
    </PressButton>
  );
}

const sameKey = (one: Key, other: Key): boolean => JSON.stringify(one) === JSON.stringify(other);
