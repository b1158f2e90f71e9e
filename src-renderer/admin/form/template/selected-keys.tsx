import { useState } from 'react';
import { type LayoutState, MAX_SOFTKEYS, SOFTKEYS_OF_STATE } from '../../../../src-main/contract/softkey-layout';
import { useNotes } from '../../../kit/form/field';
import { useActions } from '../../state/page-context';
import { useBook, useDraft } from '../use-drafts';
import { moved } from './moved';

const BLANK = '(blank)';

/** "From the Unselected Softkeys list, choose the CallBack softkey and click the right arrow to move the softkey to the Selected Softkeys list." */
export function SelectedKeys({ state, isFixed }: { readonly state: LayoutState; readonly isFixed: boolean }) {
  const actions = useActions();
  const { softkeys } = useBook();
  const { sets } = useDraft('template');
  const [offered, setOffered] = useState('');
  const [at, setAt] = useState(-1);
  const { id, attributes, notes } = useNotes(`sets.${state}`);
  const selected = sets[state];
  const free = SOFTKEYS_OF_STATE[state].filter((key) => softkeys.includes(key) && !selected.includes(key));
  const put = (keys: readonly string[], place: number): void => {
    actions.edit('template', { sets: { ...sets, [state]: [...keys] } });
    setAt(place);
  };
  const move = (by: -1 | 1): void => put(moved(selected, at, by), at + by);
  return (
    <div className="softkeys">
      <div className="field">
        <label htmlFor={`${id}-free`}>Unselected Softkeys</label>
        <select
          id={`${id}-free`}
          size={8}
          disabled={isFixed}
          value={offered}
          onChange={(event) => setOffered(event.target.value)}
        >
          {[...free, BLANK].map((key) => (
            <option key={key} value={key}>
              {key}
            </option>
          ))}
        </select>
      </div>
      {!isFixed && (
        <div className="softkey-moves">
          <button
            type="button"
            aria-label="Move to Selected Softkeys"
            disabled={offered === '' || selected.length >= MAX_SOFTKEYS}
            onClick={() => {
              put([...selected, offered === BLANK ? '' : offered], selected.length);
              setOffered('');
            }}
          >
            →
          </button>
          <button
            type="button"
            aria-label="Move to Unselected Softkeys"
            disabled={selected[at] === undefined}
            onClick={() =>
              put(
                selected.filter((_, index) => index !== at),
                -1,
              )
            }
          >
            ←
          </button>
          <button type="button" aria-label="Move up" disabled={at < 1} onClick={() => move(-1)}>
            ↑
          </button>
          <button
            type="button"
            aria-label="Move down"
            disabled={at < 0 || at >= selected.length - 1}
            onClick={() => move(1)}
          >
            ↓
          </button>
        </div>
      )}
      <div className="field">
        <label htmlFor={id}>Selected Softkeys</label>
        <select
          {...attributes}
          id={id}
          size={8}
          disabled={isFixed}
          value={String(at)}
          onChange={(event) => setAt(Number(event.target.value))}
        >
          {selected.map((key, index) => (
            // A blank may be there several times: only its place tells one from another.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <option key={`${key} ${index}`} value={String(index)}>
              {key || BLANK}
            </option>
          ))}
        </select>
        {notes}
      </div>
    </div>
  );
}
