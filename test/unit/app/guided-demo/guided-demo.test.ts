import { expect, test } from 'vitest';
import { BY_HAND, GuidedDemo, TOO_FEW } from '../../../../src-main/app/guided-demo/guided-demo';
import type { DemoView } from '../../../../src-main/contract/guided-demo';
import { ManualClock } from '../../../support/manual-clock.ts';
import { desk, phone } from '../desktop/desk';

function stage(numbers: readonly string[]) {
  const clock = new ManualClock();
  const [pressed, views]: [string[], DemoView[]] = [[], []];
  const view = desk({ phones: numbers.map((number) => phone(number, `P${number}`)) });
  const demo = new GuidedDemo({
    clock,
    desk: () => view,
    pressSoftkey: (device, meaning) => {
      pressed.push(`${device} ${meaning}`);
      return true;
    },
    pressDigit: (device, digit) => pressed.push(`${device} ${digit}`),
    showPhones: (devices) => pressed.push(`show ${devices.join(' ')}`),
    publish: (shown) => views.push(shown),
  });
  /** Promises that are kept at once are kept before the clock goes on. */
  const passes = async (milliseconds: number): Promise<void> => {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    clock.pass(milliseconds);
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  };
  return { demo, pressed, passes, last: () => views.at(-1) };
}

test('the caption comes before the keys; a demo that pauses waits for its presenter', async () => {
  const { demo, pressed, passes, last } = stage(['1001', '1002', '1003']);
  demo.start();
  await passes(0);
  expect([pressed, last()]).toMatchObject([
    ['show SEP1001 SEP1002 SEP1003'],
    { step: 1, caption: 'P1002 (1002) lifts the handset: the line is in use.', state: 'playing' },
  ]);
  demo.obey({ kind: 'pause' });
  await passes(3_600_000);
  expect([pressed.length, last()?.state]).toEqual([1, 'paused']);
  demo.obey({ kind: 'next' });
  await passes(0);
  expect(pressed[1]).toBe('SEP1002 NewCall');
});

test('a faster demo shows its captions for a shorter time', async () => {
  const { demo, pressed, passes } = stage(['1001', '1002', '1003']);
  demo.obey({ kind: 'speed', speed: 4 });
  demo.start();
  await passes(0);
  await passes(999);
  expect(pressed.length).toBe(1);
  await passes(1);
  expect(pressed.length).toBe(2);
});

test('a key by hand stops it where it stands; one of a phone that has no part in it does not', async () => {
  const { demo, pressed, passes, last } = stage(['1001', '1002', '1003', '1004']);
  demo.start();
  await passes(0);
  demo.handled('SEP1004');
  expect(last()?.state).toBe('playing');
  demo.handled('SEP1003');
  await passes(60_000);
  expect([pressed.length, last()?.state, last()?.caption]).toEqual([1, 'stopped', BY_HAND]);
});

test('too few phones, and phones that do otherwise, are told in words', async () => {
  const two = stage(['1001', '1002']);
  two.demo.start();
  await two.passes(0);
  await two.passes(30_000);
  expect([two.last()?.state, two.last()?.caption]).toEqual(['stopped', TOO_FEW]);
  const deaf = stage(['1001', '1002', '1003']);
  deaf.demo.start();
  for (const time of [0, 4000, 450, 30_000]) await deaf.passes(time);
  expect([deaf.last()?.state, deaf.last()?.caption]).toMatchObject([
    'stopped',
    expect.stringContaining('do something else'),
  ]);
});
