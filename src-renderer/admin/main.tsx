import { createRoot } from 'react-dom/client';
import { App } from './app';
import { AdminPage } from './state/admin-page';
import { PageContext } from './state/page-context';

const admin = new AdminPage(window.adminBridge);
void admin.load();

const place = document.getElementById('admin');
if (!place) throw new Error('index.html has no element "admin"');
createRoot(place).render(
  <PageContext value={admin}>
    <App />
  </PageContext>,
);
