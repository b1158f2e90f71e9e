import { type KeyboardEvent, useState } from 'react';
import type { ShortcutName } from '../../../src-main/contract/preferences';
import { useNotes } from '../../kit/form/field';
import { acceleratorOf, printedKeys } from '../state/accelerator';
import { useActions, usePage } from '../state/page-context';

const MAC = navigator.platform.startsWith('Mac');
const HOW = MAC
  ? 'Press a key with two of ⌘, ⌥ and ⇧, or a function key. Backspace turns it off.'
  : 'Press a key with two of Ctrl, Alt and Shift, or with Super, or a function key. Backspace turns it off.';

/** A shortcut, set by pressing it. Tab goes on to the next field, as everywhere. */
export function ShortcutField({ name, label }: { readonly name: ShortcutName; readonly label: string }) {
  const actions = useActions();
  const shortcuts = usePage(({ book }) => book?.preferences.shortcuts);
  const offered = usePage(({ book }) => book?.globalShortcuts ?? true);
  const [pressing, setPressing] = useState(false);
  const { id, attributes, notes } = useNotes(`shortcuts.${name}`, pressing ? HOW : undefined);
  if (!shortcuts) return null;

  const set = (key: string | null): void => void actions.change({ shortcuts: { ...shortcuts, [name]: key } });
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Tab') return;
    event.preventDefault();
    const plain = !event.ctrlKey && !event.altKey && !event.metaKey;
    if (plain && (event.key === 'Backspace' || event.key === 'Escape')) set(null);
    else {
      const key = acceleratorOf(event, MAC);
      if (key) set(key);
    }
  };
  const key = shortcuts[name];
  return (
    <div className="with-button">
      <div className="field">
        <label htmlFor={id}>{label}</label>
        <input
          type="text"
          readOnly
          {...attributes}
          id={id}
          value={key && offered ? printedKeys(key, MAC) : 'Off'}
          disabled={!offered}
          onKeyDown={press}
          onFocus={() => setPressing(true)}
          onBlur={() => setPressing(false)}
        />
        {notes}
      </div>
      <button
        type="button"
        aria-label={`Turn off: ${label}`}
        aria-disabled={key === null}
        disabled={!offered}
        onClick={() => set(null)}
      >
        Turn off
      </button>
    </div>
  );
}
