import { useContext, useState } from 'react';
import { LAYOUT_STATES, type LayoutState } from '../../../../src-main/contract/softkey-layout';
import { ProblemsContext } from '../../../kit/form/field';
import { useDraft } from '../use-drafts';
import { SelectedKeys } from './selected-keys';

/** The Softkey Layout Configuration: the call states, and the keys of one of them. */
export function SoftkeyLayout({ isFixed }: { readonly isFixed: boolean }) {
  const { sets } = useDraft('template');
  const [chosen, setChosen] = useState<LayoutState>('On Hook');
  const faulty = useContext(ProblemsContext).map(({ field }) => field);
  return (
    <fieldset>
      <legend>Softkey Layout Configuration</legend>
      <div className="layout">
        <ul className="item-list" aria-label="Call States">
          {LAYOUT_STATES.map((state) => (
            <li key={state}>
              <button
                type="button"
                className="item"
                aria-current={state === chosen ? 'true' : undefined}
                onClick={() => setChosen(state)}
              >
                <span className="item-name">{state}</span>
                <span className={faulty.includes(`sets.${state}`) ? 'item-more warning' : 'item-more'}>
                  {sets[state].filter(Boolean).join(', ') || 'no softkeys'}
                </span>
              </button>
            </li>
          ))}
        </ul>
        <SelectedKeys key={chosen} state={chosen} isFixed={isFixed} />
      </div>
    </fieldset>
  );
}
