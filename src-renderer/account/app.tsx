import { useEffect } from 'react';
import { AccountsView } from './accounts-view';
import { usePage } from './state/page-context';
import { Welcome } from './welcome';

const TITLES = { loading: 'Accounts', welcome: 'Welcome to Callback Phone', accounts: 'Accounts' } as const;

export function App() {
  const view = usePage((state) => state.view);
  useEffect(() => {
    document.title = TITLES[view];
  }, [view]);
  if (view === 'loading') return null;
  return view === 'welcome' ? <Welcome /> : <AccountsView />;
}
