import { createRoot } from 'react-dom/client';
import type { ServiceabilityBridge } from '../../src-main/contract/bridges';
import { App } from './app';
import { reportStore } from './state/report-store';

/** This page's preload has put it on the window, and nothing else. */
declare const serviceabilityBridge: ServiceabilityBridge;

const store = reportStore(serviceabilityBridge);

const place = document.getElementById('serviceability');
if (!place) throw new Error('index.html has no element "serviceability"');
createRoot(place).render(<App store={store} act={(action) => serviceabilityBridge.act(action)} />);
