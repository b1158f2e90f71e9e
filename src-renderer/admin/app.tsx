import { useState } from 'react';
import { ConfirmDialog, type Question } from '../kit/confirm-dialog';
import { DeviceList } from './device-list';
import { DeviceFormView } from './form/device-form-view';
import { ParametersView } from './form/parameters-view';
import { useActions, usePage } from './state/page-context';
import { isEdited, openDevice, type Place } from './state/page-state';

/** The list of phones, and what of it is open. What would lose something is asked first. */
export function App() {
  const actions = useActions();
  const kind = usePage(({ shown }) => shown?.opened.kind ?? null);
  const edited = usePage(isEdited);
  const device = usePage(openDevice);
  const [question, setQuestion] = useState<Question | null>(null);
  if (kind === null) return null;

  const open = (place: Place): void => {
    if (!edited) actions.open(place);
    else
      setQuestion({
        words: 'Discard your changes?',
        yes: 'Discard',
        no: 'Keep editing',
        act: () => actions.open(place),
      });
  };
  const askToRemove = (): void =>
    setQuestion({
      words: `Remove the CTI route point ${device?.number ?? ''}?`,
      yes: 'Remove',
      no: 'Keep',
      act: () => void actions.removeRoutePoint(),
    });

  return (
    <div className="pane">
      <nav className="pane-side" aria-label="Phones and parameters">
        <DeviceList onOpen={open} />
      </nav>
      <main>{kind === 'device' ? <DeviceFormView onRemove={askToRemove} /> : <ParametersView />}</main>
      {question && <ConfirmDialog question={question} onOver={() => setQuestion(null)} />}
    </div>
  );
}
