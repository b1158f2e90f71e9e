import { useEffect, useState } from 'react';
import { lastPress, snapshots, useSnapshot } from '../store';
import { announcementOf } from './announcement';

/** The answer to a key that was pressed comes within this time, in milliseconds. */
const ANSWER_TIME = 2000;

/** The same words again are said again only if something about them is new. */
const NEW_MARK = '\u00a0';

const differing = (words: string, before: string): string => (words === before ? words + NEW_MARK : words);

/**
 * What has changed, in the words of the display, for those who do not see it. Only this speaks: the display itself may be read at
 * any time, but says nothing by itself, so that nothing is heard twice.
 */
export function Announcer() {
  const [urgent, setUrgent] = useState('');
  const [calm, setCalm] = useState('');
  const language = useSnapshot(({ display }) => display.language, 'en');
  useEffect(
    () =>
      snapshots.subscribe((snapshot, previous) => {
        if (!snapshot || !previous || snapshot.display === previous.display) return;
        const unasked = performance.now() - lastPress.getState() > ANSWER_TIME;
        const said = announcementOf(previous.display, snapshot.display, unasked);
        if (said.urgent !== '') setUrgent((before) => differing(said.urgent, before));
        if (said.calm !== '') setCalm((before) => differing(said.calm, before));
      }),
    [],
  );
  return (
    <>
      <div className="unseen" role="alert" lang={language}>
        {urgent}
      </div>
      <div className="unseen" role="status" lang={language}>
        {calm}
      </div>
    </>
  );
}
