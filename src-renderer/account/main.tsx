import { createRoot } from 'react-dom/client';
import { App } from './app';
import { AccountPage } from './state/account-page';
import { PageContext } from './state/page-context';

const account = new AccountPage(window.accountBridge, () => crypto.randomUUID());
void account.load(location.hash === '#welcome');

const place = document.getElementById('account');
if (!place) throw new Error('index.html has no element "account"');
createRoot(place).render(
  <PageContext value={account}>
    <App />
  </PageContext>,
);
