import { useState } from 'react';
import { ConfirmDialog, type Question } from '../kit/confirm-dialog';
import { AccountList } from './account-list';
import { AccountFormView } from './form/account-form-view';
import { PhoneSystemChoice } from './phone-system-choice';
import { useActions, usePage } from './state/page-context';
import { isEdited, type PageState } from './state/page-state';

const nameOf = ({ draft }: PageState): string => draft.number || 'the new account';

/** The list of accounts, and the one that is open. What would lose something is asked first. */
export function AccountsView() {
  const actions = useActions();
  const edited = usePage(isEdited);
  const name = usePage(nameOf);
  const [question, setQuestion] = useState<Question | null>(null);

  const leaveForm = (leave: () => void): void => {
    if (!edited) leave();
    else setQuestion({ words: `Discard your changes to ${name}?`, yes: 'Discard', no: 'Keep editing', act: leave });
  };
  const askToRemove = (): void =>
    setQuestion({
      words: `Remove the account ${name}, with its password?`,
      yes: 'Remove',
      no: 'Keep',
      act: () => void actions.remove(),
    });

  return (
    <div className="pane">
      <nav className="pane-side" aria-label="Accounts">
        <AccountList
          onOpen={(id) => leaveForm(() => actions.open(id))}
          onAdd={() => leaveForm(() => actions.openNew())}
        />
        <PhoneSystemChoice
          onChoose={(system) => leaveForm(() => actions.choose(system))}
          onBack={() => leaveForm(() => actions.show('welcome'))}
        />
      </nav>
      <main>
        <AccountFormView onRemove={askToRemove} />
      </main>
      {question && <ConfirmDialog question={question} onOver={() => setQuestion(null)} />}
    </div>
  );
}
