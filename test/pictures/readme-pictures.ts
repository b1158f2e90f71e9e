/** Takes the README's pictures from the running app, along the chapter's own story. Run with: npm run pictures */
import { mkdirSync } from 'node:fs';
import { Cluster, dial, talk } from '../e2e/cluster-stories.ts';
import type { PhoneWindow } from '../support/phone-window.ts';

const FOLDER = 'assets/pictures';

const take = (phone: PhoneWindow, name: string): Promise<unknown> =>
  phone.page.screenshot({ path: `${FOLDER}/${name}.png` });

mkdirSync(FOLDER, { recursive: true });
const { app, alice, bob, carol } = await Cluster.start();
await take(alice, 'idle');
await dial(carol, '1002');
await bob.expectDisplay('From Carol (1003)');
await take(bob, 'ring-in');
await bob.press('Handset');
await bob.expectDisplay('Connected');
await carol.press('EndCall');
await bob.press('Handset');
await talk(carol, bob, '1002');
await bob.expectDisplay('00:05');
await take(bob, 'connected');
await dial(alice, '1002');
await alice.expectDisplay('Busy');
await take(alice, 'busy');
await alice.press('CallBack');
await alice.expectDisplay('Call Back is activated on 1002.');
await take(alice, 'activated');
await carol.press('EndCall');
await alice.expectDisplay('1002 has become available');
await take(alice, 'available');
await alice.press('Cancel');
await app.close();
