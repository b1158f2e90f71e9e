import { usePage } from './state/page-context';
import { isKept } from './state/page-state';

/** Each account is a line button of the phone, in this order. */
export function AccountList({ onOpen, onAdd }: { readonly onOpen: (id: string) => void; readonly onAdd: () => void }) {
  const accounts = usePage(({ book }) => book.accounts);
  const open = usePage(({ draft }) => draft.id);
  const openIsNew = usePage((state) => !isKept(state));
  return (
    <>
      <h1>Accounts</h1>
      <ul className="item-list">
        {accounts.map(({ settings, hasPassword }) => (
          <li key={settings.id}>
            <button
              type="button"
              className="item"
              aria-current={settings.id === open ? 'true' : undefined}
              onClick={() => onOpen(settings.id)}
            >
              <span className="item-name">
                {settings.number} {settings.displayName}
              </span>
              <span className="item-more">{settings.domain}</span>
              {!hasPassword && <span className="item-more warning">password needed</span>}
            </button>
          </li>
        ))}
        {openIsNew && (
          <li>
            <span className="item" aria-current="true">
              <span className="item-name">New account</span>
              <span className="item-more">not saved yet</span>
            </span>
          </li>
        )}
      </ul>
      {!openIsNew && (
        <button type="button" onClick={onAdd}>
          Add an account
        </button>
      )}
    </>
  );
}
