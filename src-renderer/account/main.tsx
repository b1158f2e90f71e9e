import { createRoot } from 'react-dom/client';
import type { AccountBridge } from '../../src-main/contract/bridges';
import { App } from './app';
import { AccountPage } from './state/account-page';
import { PageContext } from './state/page-context';

/** This page's preload has put it on the window, and nothing else. */
declare const accountBridge: AccountBridge;

const account = new AccountPage(accountBridge, () => crypto.randomUUID());
void account.load(location.hash === '#welcome');

const place = document.getElementById('account');
if (!place) throw new Error('index.html has no element "account"');
createRoot(place).render(
  <PageContext value={account}>
    <App />
  </PageContext>,
);
