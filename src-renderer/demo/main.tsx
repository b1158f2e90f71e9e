import { createRoot } from 'react-dom/client';
import { createStore } from 'zustand/vanilla';
import type { DemoView } from '../../src-main/contract/guided-demo';
import { App } from './app';

/** What the main process said last; null until it has said anything. */
const views = createStore<DemoView | null>(() => null);
const { demoBridge } = window;
demoBridge.onView((view) => views.setState(view, true));

const place = document.getElementById('demo');
if (!place) throw new Error('index.html has no element "demo"');
createRoot(place).render(<App views={views} send={(command) => demoBridge.send(command)} />);
