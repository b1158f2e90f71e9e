import type { Attack } from '../campaign/attack.ts';
import { browser } from './browser.ts';
import { clockJumps } from './clock-jumps.ts';
import { commandLines } from './command-lines.ts';
import { disks } from './disks.ts';
import { FLOODS } from './floods.ts';
import { giants } from './giants.ts';
import { idleSockets } from './idle-sockets.ts';
import { kills } from './kills.ts';
import { longValues } from './long-values.ts';
import { mutatedLinks } from './mutated-links.ts';
import { mutatedSip } from './mutated-sip.ts';
import { notifyBodies } from './notify-bodies.ts';
import { serviceAnswers } from './service-answers.ts';
import { slowClients } from './slow-clients.ts';
import { tortureAtLine } from './torture-at-line.ts';
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
  tortureAtLine,
  notifyBodies,
  serviceAnswers,
  commandLines,
  clockJumps,
  kills,
  disks,
];
