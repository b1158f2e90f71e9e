import { useState } from 'react';
import { ConfirmDialog, type Question } from '../kit/confirm-dialog';
import { OpenForm } from './form/open-form';
import { SideList } from './lists/side-list';
import { MenuBar } from './menu-bar';
import { useActions, usePage } from './state/page-context';
import { isEdited, type Place } from './state/page-state';
import type { Section } from './state/sections';

/** The menus, the list of what is on a page, and what of it is open. What would lose something is asked first. */
export function App() {
  const actions = useActions();
  const isLoaded = usePage(({ shown }) => shown !== null);
  const edited = usePage(isEdited);
  const [question, setQuestion] = useState<Question | null>(null);
  if (!isLoaded) return null;

  const unlessEdited = (act: () => void): void => {
    if (edited) setQuestion({ words: 'Discard your changes?', yes: 'Discard', no: 'Keep editing', act });
    else act();
  };
  const open = (place: Place): void => unlessEdited(() => actions.open(place));
  const openSection = (section: Section): void => unlessEdited(() => actions.openSection(section));

  return (
    <>
      <MenuBar onOpen={openSection} />
      <div className="pane">
        <nav className="pane-side" aria-label="On this page">
          <SideList onOpen={open} />
        </nav>
        <main>
          <OpenForm onOpen={open} onAsk={setQuestion} />
        </main>
      </div>
      {question && <ConfirmDialog question={question} onOver={() => setQuestion(null)} />}
    </>
  );
}
