import { afterEach, beforeEach, expect, test } from 'vitest';
import { ClusterStage } from '../../support/redundancy/cluster-stage.ts';
import { waitFor } from '../../support/wait-for.ts';

/** Real services, each a process of its own, at one CTIManager and on one database file. */
let stage: ClusterStage;
beforeEach(async () => {
  stage = await ClusterStage.open();
});
afterEach(() => stage.close());

const alerts = (): number => stage.told.filter((words) => words.includes('Play:')).length;
const isOpen = (number: string): boolean => stage.openedLines.includes(number);

/** 1001 met 1002 busy, and pressed CallBack. */
async function activate(): Promise<void> {
  stage.line('1002', 'offHook');
  expect(stage.pressCallBack('1001', '1002', 'busy')).toBe(true);
  await waitFor('the screen', () =>
    stage.told.some((words) => words.startsWith('1001 Call Back is activated on 1002')),
  );
  await waitFor('the line to be open', () => isOpen('1002'));
}

test('three services, killed one after the other in the middle of a story: the request is kept, and told once', async () => {
  for (const address of ['127.0.0.10', '127.0.0.9', '127.0.0.2']) await stage.start(address);
  await stage.activeIs('127.0.0.2');
  await activate();

  // While it waits.
  stage.openedLines.length = 0;
  await stage.kill('127.0.0.2');
  expect(await stage.activeIs('127.0.0.9')).toBeLessThan(2000);
  await waitFor('its lines to be open again', () => isOpen('1001') && isOpen('1002'));
  expect([stage.requests, alerts()]).toEqual([['1001 on 1002: watching'], 0]);
  stage.line('1002', 'onHook');
  await waitFor('the alert', () => alerts() === 1);

  // After it was told: the phone has the offer, and the next service takes its answer.
  await stage.kill('127.0.0.9');
  await stage.activeIs('127.0.0.10');
  await waitFor('Dial to be taken', () => {
    if (!stage.told.includes('1001 dials 1002')) stage.answer('1001', 1, 'Dial');
    return stage.told.includes('1001 dials 1002');
  });
  expect([stage.requests, alerts()]).toEqual([['1001 on 1002: recalling'], 1]);

  // Nobody is left.
  await stage.kill('127.0.0.10');
  await waitFor('nobody to be active', () => stage.active === null);
  expect(stage.pressCallBack('1001', '1002', 'busy')).toBe(false);
});

test('the other became free while nobody listened: whoever takes over looks at the line as it is now', async () => {
  await stage.start('127.0.0.2');
  await stage.activeIs('127.0.0.2');
  await activate();
  await stage.kill('127.0.0.2');
  await waitFor('nobody to be active', () => stage.active === null);
  stage.line('1002', 'onHook');
  await stage.start('127.0.0.3');
  await waitFor('the alert', () => alerts() === 1);
  expect(stage.requests).toEqual(['1001 on 1002: available']);
});

test('one with a lower address is added: it takes over, with all that the other has', async () => {
  await stage.start('127.0.0.10');
  await stage.activeIs('127.0.0.10');
  await activate();
  stage.openedLines.length = 0;
  await stage.start('127.0.0.9');
  await stage.activeIs('127.0.0.9');
  await waitFor('its lines to be open', () => isOpen('1002'));
  stage.line('1002', 'onHook');
  await waitFor('the alert', () => alerts() > 0);
  stage.line('1002', 'offHook');
  stage.line('1002', 'onHook');
  expect([alerts(), stage.requests]).toEqual([1, ['1001 on 1002: available']]);
});

test('one that hangs is taken for gone after two heartbeats; when it wakes up it changes nothing, and takes over anew', async () => {
  await stage.start('127.0.0.2', 0.3);
  await stage.start('127.0.0.3', 0.3);
  await stage.activeIs('127.0.0.2');
  await activate();
  stage.signal('127.0.0.2', 'SIGSTOP');
  expect(await stage.activeIs('127.0.0.3')).toBeLessThan(2000);
  stage.line('1002', 'onHook');
  await waitFor('the alert', () => alerts() === 1);
  stage.signal('127.0.0.2', 'SIGCONT');
  await stage.activeIs('127.0.0.2');
  expect(stage.answer('1001', 1, 'Cancel')).toBe(true);
  await waitFor('the end to be told', () => stage.told.some((words) => words.startsWith('1001 prompt:')));
  expect([alerts(), stage.requests]).toEqual([1, []]);
});
