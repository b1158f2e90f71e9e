import { useEffect, useId, useRef } from 'react';

export interface Question {
  readonly words: string;
  readonly yes: string;
  readonly no: string;
  readonly act: () => void;
}

/** Asks before something is lost. Escape and the button that has the focus both mean no. */
export function ConfirmDialog({ question, onOver }: { readonly question: Question; readonly onOver: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const words = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="confirm" aria-labelledby={words} onClose={onOver}>
      <p id={words}>{question.words}</p>
      <div className="buttons">
        <button type="button" onClick={() => dialog.current?.close()}>
          {question.no}
        </button>
        <button
          type="button"
          className="dangerous"
          onClick={() => {
            dialog.current?.close();
            question.act();
          }}
        >
          {question.yes}
        </button>
      </div>
    </dialog>
  );
}
