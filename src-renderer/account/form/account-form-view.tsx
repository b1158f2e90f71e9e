import { useEffect, useRef } from 'react';
import { ProblemsContext } from '../../kit/form/field';
import { showFirstFault } from '../../kit/form/first-fault';
import { useActions, usePage } from '../state/page-context';
import { isKept } from '../state/page-state';
import { isUnderWay } from '../state/test-run';
import { TestView } from '../test/test-view';
import { AdvancedFields } from './advanced-fields';
import { UsualFields } from './usual-fields';

export function AccountFormView({ onRemove }: { readonly onRemove: () => void }) {
  const actions = useActions();
  const form = useRef<HTMLFormElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = usePage(({ draft }) => draft.id);
  const kept = usePage(isKept);
  const name = usePage(({ opened }) => `${opened.number} ${opened.displayName}`);
  const problems = usePage((state) => state.problems);
  const refusals = usePage((state) => state.refusals);
  const notice = usePage((state) => state.notice);
  const testing = usePage(({ test }) => test !== null && isUnderWay(test));
  const tested = usePage(({ test }) => test !== null);

  useEffect(() => {
    if (refusals > 0 && form.current) showFirstFault(form.current);
  }, [refusals]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another account is another form
  useEffect(() => {
    // What had the focus may be gone with the view or the account before.
    if (document.activeElement !== document.body) return;
    if (kept) heading.current?.focus();
    else form.current?.querySelector('input')?.focus();
  }, [id]);

  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        {kept ? name : 'New account'}
      </h2>
      <form
        ref={form}
        key={id}
        aria-label="Account"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void actions.save();
        }}
      >
        <ProblemsContext value={problems}>
          <UsualFields />
          <AdvancedFields />
        </ProblemsContext>
        <div className="buttons">
          <button type="submit" className="main">
            Save
          </button>
          <button type="button" onClick={() => void actions.test()}>
            {testing ? 'Test anew' : tested ? 'Test again' : 'Test connection'}
          </button>
          {kept && (
            <button type="button" className="quiet" onClick={onRemove}>
              Remove this account
            </button>
          )}
        </div>
        <p role="status" className="notice">
          {notice}
        </p>
      </form>
      <TestView />
    </>
  );
}
