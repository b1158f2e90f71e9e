import { createRoot } from 'react-dom/client';
import type { AdminBridge } from '../../src-main/contract/bridges';
import { App } from './app';
import { AdminPage } from './state/admin-page';
import { PageContext } from './state/page-context';

/** This page's preload has put it on the window, and nothing else. */
declare const adminBridge: AdminBridge;

const admin = new AdminPage(adminBridge);
void admin.load();

const place = document.getElementById('admin');
if (!place) throw new Error('index.html has no element "admin"');
createRoot(place).render(
  <PageContext value={admin}>
    <App />
  </PageContext>,
);
