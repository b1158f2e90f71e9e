import { type FocusEvent, type KeyboardEvent, useId, useState } from 'react';
import { usePage } from './state/page-context';
import { MENUS, type Section, sectionOf } from './state/sections';

/** The menus of CallManager Administration. */
export function MenuBar({ onOpen }: { readonly onOpen: (section: Section) => void }) {
  const [unfolded, setUnfolded] = useState<string | null>(null);
  const current = usePage(sectionOf);
  const id = useId();
  const foldOnEscape = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'Escape' || unfolded === null) return;
    setUnfolded(null);
    document.getElementById(`${id}-${unfolded}`)?.focus();
  };
  const foldOnLeaving = (event: FocusEvent<HTMLElement>): void => {
    if (!event.currentTarget.contains(event.relatedTarget)) setUnfolded(null);
  };
  return (
    <nav className="menu-bar" aria-label="Administration" onKeyDown={foldOnEscape} onBlur={foldOnLeaving}>
      <ul>
        {MENUS.map(({ label, items }) => (
          <li key={label}>
            <button
              type="button"
              id={`${id}-${label}`}
              className="quiet"
              aria-expanded={unfolded === label}
              aria-controls={`${id}-${label}-items`}
              onClick={() => setUnfolded(unfolded === label ? null : label)}
            >
              {label}
            </button>
            <ul id={`${id}-${label}-items`} hidden={unfolded !== label}>
              {items.map(({ section, label: page, group }) => (
                <li key={section}>
                  {group && <p className="menu-group">{group}</p>}
                  <button
                    type="button"
                    className="quiet"
                    aria-current={section === current ? 'page' : undefined}
                    onClick={() => {
                      setUnfolded(null);
                      onOpen(section);
                    }}
                  >
                    {page}
                  </button>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </nav>
  );
}
