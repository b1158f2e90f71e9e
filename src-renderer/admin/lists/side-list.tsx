import { useId, useState } from 'react';
import { useBook } from '../form/use-drafts';
import { usePage } from '../state/page-context';
import { isNew, type Place } from '../state/page-state';
import { sectionOf } from '../state/sections';
import { type Entry, listOf } from './entries';

/** So many phones need no search. */
const FEW = 4;

/** What there is on the page, and the way to more of it. */
export function SideList({ onOpen }: { readonly onOpen: (place: Place) => void }) {
  const [sought, setSought] = useState('');
  const searchId = useId();
  const section = usePage(sectionOf) ?? 'phone';
  const book = useBook();
  const opened = usePage(({ shown }) => shown?.opened ?? null);
  const { heading, entries, add } = listOf(section, book);
  const unsaved = opened !== null && isNew(opened);
  const isOpen = ({ id }: Entry): boolean => opened?.kind !== 'line' && !unsaved && id === opened?.id;
  const has = ({ name, more }: Entry): boolean =>
    [name, ...more].some((text) => text.toLowerCase().includes(sought.trim().toLowerCase()));
  const searches = section === 'phone' && entries.length > FEW;
  return (
    <>
      <h1>{heading}</h1>
      {searches && (
        <div className="field">
          <label htmlFor={searchId}>Find a phone</label>
          <input id={searchId} type="text" value={sought} onChange={(event) => setSought(event.target.value)} />
        </div>
      )}
      <ul className="item-list">
        {entries
          .filter((entry) => !searches || has(entry))
          .map((entry) => (
            <li key={entry.id}>
              <button
                type="button"
                className="item"
                aria-current={isOpen(entry) ? 'true' : undefined}
                onClick={() => onOpen(entry.place)}
              >
                <span className="item-name">{entry.name}</span>
                {entry.more.filter(Boolean).map((line) => (
                  <span className="item-more" key={line}>
                    {line}
                  </span>
                ))}
              </button>
            </li>
          ))}
        {unsaved && (
          <li>
            <span className="item" aria-current="true">
              <span className="item-name">{add?.unsaved ?? 'New softkey template'}</span>
              <span className="item-more">not saved yet</span>
            </span>
          </li>
        )}
      </ul>
      {add && !unsaved && (
        <button type="button" onClick={() => onOpen(add.place)}>
          {add.label}
        </button>
      )}
    </>
  );
}
