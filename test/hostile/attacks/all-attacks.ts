import type { Attack } from '../campaign/attack.ts';
import { browser } from './browser.ts';
import { FLOODS } from './floods.ts';
import { giants } from './giants.ts';
import { idleSockets } from './idle-sockets.ts';
import { longValues } from './long-values.ts';
import { mutatedLinks } from './mutated-links.ts';
import { mutatedSip } from './mutated-sip.ts';
import { slowClients } from './slow-clients.ts';
import { tortureAtServer } from './torture-at-server.ts';

/** In the order in which they are made. */
export const ALL_ATTACKS: readonly Attack[] = [
  tortureAtServer,
  mutatedSip,
  mutatedLinks,
  idleSockets,
  longValues,
  slowClients,
  giants,
  browser,
  ...FLOODS,
];
