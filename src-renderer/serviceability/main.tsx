import { createRoot } from 'react-dom/client';
import { App } from './app';
import { reportStore } from './state/report-store';

const store = reportStore(window.serviceabilityBridge);

const place = document.getElementById('serviceability');
if (!place) throw new Error('index.html has no element "serviceability"');
createRoot(place).render(<App store={store} act={(action) => window.serviceabilityBridge.act(action)} />);
