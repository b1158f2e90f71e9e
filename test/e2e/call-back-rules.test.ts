import { afterEach, beforeEach, expect, test } from 'vitest';
import { AdministrationWindow } from './administration.ts';
import { chooseMenuItem, dial, talk } from './cluster-stories.ts';
import { sharedCluster } from './shared-cluster.ts';

const DEFAULTS = { 'Idle Guard': '3', 'Call Back Requests per Phone': '1' };

const cluster = sharedCluster();

let administration: AdministrationWindow;
beforeEach(async () => {
  administration = await AdministrationWindow.open(cluster().app);
});
afterEach(async () => {
  await administration.setParameters(DEFAULTS);
});

test('who has just hung up may dial first: the caller is told only when the line has been free for a while', async () => {
  const { alice, bob, carol } = cluster();
  await administration.setParameters({ 'Idle Guard': '5' });
  await talk(carol, bob, '1002');
  await dial(alice, '1002');
  await alice.expectDisplay('Busy');
  await alice.press('CallBack');
  await alice.expectDisplay('Call Back is activated on 1002.');
  await carol.press('EndCall');
  await bob.press('Speaker');
  await bob.expectDisplay('Enter number');
  expect(await alice.displayText()).not.toContain('has become available');
  const from = performance.now();
  await bob.press('Speaker');
  await alice.expectDisplay('1002 has become available');
  expect(performance.now() - from).toBeGreaterThan(4500);
});

test('with leave for two: both are waited for, listed with their reasons under Services, and told; All ends them', async () => {
  const { alice, bob, carol } = cluster();
  await administration.setParameters({ 'Call Back Requests per Phone': '2', 'Idle Guard': '0' });
  await talk(carol, bob, '1002');
  for (const number of ['1002', '1003']) {
    await dial(alice, number);
    await alice.expectDisplay('Busy');
    await alice.press('CallBack');
    await alice.expectDisplay(`Call Back is activated on ${number}.`);
    await alice.press('Exit');
  }
  await alice.press('Services');
  await alice.press('1');
  await alice.expectDisplay(/1 of 2: 1002\. On a call for 0 min\./);
  await alice.press('Next');
  await alice.expectDisplay(/1002: Since .*, for 60 min more\./);
  await alice.press('Next');
  await alice.expectDisplay('2 of 2: 1003.');
  await carol.press('EndCall');
  await alice.expectDisplay(/100[23] has become available/);
  await alice.press('Services');
  await alice.press('Select');
  await alice.expectDisplay('Has become available.');
  await alice.press('Next');
  await alice.press('All');
  await alice.expectDisplay('SERVICES');
  await alice.press('Services');
  await alice.expectDisplay('NewCall');
  await alice.press('CallBack');
  await alice.expectDisplay('Call Back is not active.');
});

test('the i key explains CallBack, the screen that it leads to, and what is shown on an idle phone', async () => {
  const { alice } = cluster();
  await alice.press('Information');
  await alice.expectDisplay('Press a key for its help');
  await alice.press('CallBack');
  await alice.expectDisplay('CallBack waits for somebody who is busy');
  await alice.press('Exit');
  await alice.press('CallBack');
  await alice.expectDisplay('Call Back is not active.');
  await alice.press('Information');
  await alice.press('Information');
  await alice.expectDisplay('You wait for nobody.');
  await alice.press('Exit');
  await alice.expectDisplay('Call Back is not active.');
});

test('a Call Back that was cancelled, or that has led to a call, says so', async () => {
  const { alice, bob } = cluster();
  await administration.setParameters({ 'Idle Guard': '0' });
  await dial(alice, '1002');
  await alice.expectDisplay('Ring Out');
  await alice.press('CallBack');
  await alice.expectDisplay('Call Back is activated on 1002.');
  await alice.press('Cancel');
  await alice.expectDisplay('Call Back on 1002 is cancelled');
  await dial(alice, '1002');
  await alice.expectDisplay('Ring Out');
  await alice.press('CallBack');
  await alice.expectDisplay('Call Back is activated on 1002.');
  await alice.press('Exit');
  await dial(bob, '1001');
  await alice.press('Answer');
  await alice.expectDisplay('Call Back on 1002 is done');
});

test('a service that is not there, and one that does not answer; and it works again', async () => {
  const { app, alice } = cluster();
  await chooseMenuItem(app, 'Phones', 'Call Back Service', 'Deactivated');
  await alice.press('CallBack');
  await alice.expectDisplay('Service not available.');
  await alice.press('Exit');
  await chooseMenuItem(app, 'Phones', 'Call Back Service', 'Does Not Answer (for Tests)');
  await dial(alice, '1002');
  await alice.expectDisplay('Ring Out');
  await alice.press('CallBack');
  await alice.expectDisplay('Call Back Service Failure.');
  await alice.press('Exit');
  await chooseMenuItem(app, 'Phones', 'Call Back Service', 'Activated');
  await alice.expectDisplay('NewCall');
  await alice.press('CallBack');
  await alice.expectDisplay('Call Back is not active.');
});
