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
  stage.answer('1001', 1, 'Dial');
  await waitFor('Dial to be taken', () => stage.told.includes('1001 dials 1002'));
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

/** How often a phone was shown an answer to the key that was pressed at it. */
const activations = (calling: string): number =>
  stage.told.filter((words) => words.startsWith(`${calling} Call Back is activated on 1002.`)).length;

test('a key that is pressed in the moment of a takeover is answered by whoever takes over, and once', async () => {
  for (const address of ['127.0.0.2', '127.0.0.3', '127.0.0.4']) await stage.start(address);
  await stage.activeIs('127.0.0.2');
  stage.line('1002', 'offHook');

  // The active one has ended, and nobody has noticed it yet.
  const gone = stage.kill('127.0.0.2');
  expect(stage.pressCallBack('1001', '1002', 'busy')).toBe(true);
  await gone;
  await waitFor('the screen', () => activations('1001') > 0);
  await stage.activeIs('127.0.0.3');

  // The key was pressed before the active one ended, which has perhaps seen it.
  expect(stage.pressCallBack('1003', '1002', 'busy')).toBe(true);
  await stage.kill('127.0.0.3');
  await stage.activeIs('127.0.0.4');
  await waitFor('the screen', () => activations('1003') > 0);
  stage.line('1002', 'onHook');
  await waitFor('both to be told', () => alerts() === 2);
  expect([activations('1001'), activations('1003')]).toEqual([1, 1]);
});

test('the active one hangs with a key pressed: the next one answers it, and the first, woken up, answers nothing', async () => {
  await stage.start('127.0.0.2', 0.3);
  await stage.start('127.0.0.3', 0.3);
  await stage.activeIs('127.0.0.2');
  stage.line('1002', 'offHook');
  stage.signal('127.0.0.2', 'SIGSTOP');
  expect(stage.pressCallBack('1001', '1002', 'busy')).toBe(true);
  await stage.activeIs('127.0.0.3');
  await waitFor('the screen', () => activations('1001') > 0);
  stage.signal('127.0.0.2', 'SIGCONT');
  await stage.activeIs('127.0.0.2');
  stage.line('1002', 'onHook');
  await waitFor('the alert', () => alerts() === 1);
  expect([activations('1001'), stage.requests]).toEqual([1, ['1001 on 1002: available']]);
});

test('nobody takes over in time: the phone says so, and a service that comes later answers nothing', async () => {
  await stage.start('127.0.0.2');
  await stage.activeIs('127.0.0.2');
  stage.line('1002', 'offHook');
  const gone = stage.kill('127.0.0.2');
  expect(stage.pressCallBack('1001', '1002', 'busy')).toBe(true);
  await gone;
  await waitFor('the phone to say so', () => stage.told.includes('1001 Service not available.'));
  await stage.start('127.0.0.3');
  await stage.activeIs('127.0.0.3');
  expect(stage.pressCallBack('1003', '1002', 'busy')).toBe(true);
  await waitFor('the screen', () => activations('1003') === 1);
  expect([activations('1001'), stage.requests]).toEqual([0, ['1003 on 1002: watching']]);
});
