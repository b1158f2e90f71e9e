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
      <ul className="account-list">
        {accounts.map(({ settings, hasPassword }) => (
          <li key={settings.id}>
            <button
              type="button"
              className="account"
              aria-current={settings.id === open ? 'true' : undefined}
              onClick={() => onOpen(settings.id)}
            >
              <span className="account-name">
                {settings.number} {settings.displayName}
              </span>
              <span className="account-more">{settings.domain}</span>
              {!hasPassword && <span className="account-more warning">password needed</span>}
            </button>
          </li>
        ))}
        {openIsNew && (
          <li>
            <span className="account" aria-current="true">
              <span className="account-name">New account</span>
              <span className="account-more">not saved yet</span>
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
