import { type ReactNode, useEffect, useRef } from 'react';
import { ProblemsContext } from '../../kit/form/field';
import { showFirstFault } from '../../kit/form/first-fault';
import { useActions, usePage } from '../state/page-context';

interface FormFrameProps {
  /** Of a screen reader. */
  readonly name: string;
  readonly heading: string;
  readonly children: ReactNode;
  /** "Click the Insert button", "Click the Update button"; null = nothing can be changed. */
  readonly submit: 'Insert' | 'Update' | null;
  /** Beside that one. */
  readonly buttons?: ReactNode;
}

/** What each form of the page has: its heading, what is wrong with it, the button that saves it, and what came of it. */
export function FormFrame({ name, heading, children, submit, buttons }: FormFrameProps) {
  const actions = useActions();
  const form = useRef<HTMLFormElement>(null);
  const problems = usePage((state) => state.problems);
  const refusals = usePage((state) => state.refusals);
  const notice = usePage((state) => state.notice);
  useEffect(() => {
    if (refusals > 0 && form.current) showFirstFault(form.current);
  }, [refusals]);
  return (
    <>
      <h2>{heading}</h2>
      <form
        ref={form}
        aria-label={name}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void actions.save();
        }}
      >
        <ProblemsContext value={problems}>{children}</ProblemsContext>
        <div className="buttons">
          {submit && (
            <button type="submit" className="main">
              {submit}
            </button>
          )}
          {buttons}
        </div>
        <p role="status" className="notice">
          {notice}
        </p>
      </form>
    </>
  );
}
