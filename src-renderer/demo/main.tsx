import { createRoot } from 'react-dom/client';
import { createStore } from 'zustand/vanilla';
import type { DemoBridge } from '../../src-main/contract/bridges';
import type { DemoView } from '../../src-main/contract/guided-demo';
import { App } from './app';

/** This page's preload has put it on the window, and nothing else. */
declare const demoBridge: DemoBridge;

/** What the main process said last; null until it has said anything. */
const views = createStore<DemoView | null>(() => null);
demoBridge.onView((view) => views.setState(view, true));

const place = document.getElementById('demo');
if (!place) throw new Error('index.html has no element "demo"');
createRoot(place).render(<App views={views} send={(command) => demoBridge.send(command)} />);
