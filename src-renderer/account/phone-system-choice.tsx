import type { PhoneSystem } from '../../src-main/contract/account-settings';
import { usePage } from './state/page-context';

const NOW: Readonly<Record<PhoneSystem, string>> = {
  demo: 'The phones are on the demo cluster.',
  accounts: 'The phone is on your phone system.',
};

interface PhoneSystemChoiceProps {
  readonly onChoose: (system: PhoneSystem) => void;
  readonly onBack: () => void;
}

/** What the phones are connected to, the way to change it, and the way back to the choice of the first run. */
export function PhoneSystemChoice({ onChoose, onBack }: PhoneSystemChoiceProps) {
  const system = usePage(({ book }) => book.system);
  const hasAccounts = usePage(({ book }) => book.accounts.length > 0);
  return (
    <section className="phone-system" aria-label="Phone system">
      <p>{system === null ? 'Nothing is chosen yet.' : NOW[system]}</p>
      {system !== 'accounts' && hasAccounts && (
        <button type="button" className={system === null ? 'main' : ''} onClick={() => onChoose('accounts')}>
          Use my phone system
        </button>
      )}
      {system !== 'demo' && (
        <button type="button" onClick={() => onChoose('demo')}>
          Use the demo cluster
        </button>
      )}
      <button type="button" className="quiet" onClick={onBack}>
        Back
      </button>
    </section>
  );
}
