import { expect, test } from 'vitest';
import { backOffDelay } from '../../../src-main/sip-transport/back-off';
import type { Target } from '../../../src-main/sip-transport/locate/target';
import {
  FAILED_FOR_MS,
  failed,
  inOrder,
  located,
  NO_CHOICE,
  preferredTo,
  worked,
} from '../../../src-main/sip-transport/server-choice';

const target = (address: string): Target => ({ transport: 'udp', address, port: 5060, names: ['pbx.test'] });
const [first, second, third] = [target('192.0.2.1'), target('192.0.2.2'), target('192.0.2.3')];
const choice = located(NO_CHOICE, [first, second, third]);

test('a server that has failed comes last, for a while', () => {
  const after = failed(choice, first, 1_000);
  expect(inOrder(after, 1_001)).toEqual([second, third, first]);
  expect(inOrder(after, 1_000 + FAILED_FOR_MS)).toEqual([first, second, third]);
  expect(inOrder(worked(after, first), 1_001)).toEqual([first, second, third]);
});

test('where all have failed, the one comes first that failed the longest ago', () => {
  const after = failed(failed(failed(choice, second, 1), third, 2), first, 3);
  expect(inOrder(after, 10)).toEqual([second, third, first]);
});

test('what the DNS has taken away is forgotten, what stays is remembered', () => {
  const after = located(failed(failed(choice, first, 0), second, 0), [second, third]);
  expect([after.targets, [...after.failedUntil]]).toEqual([[second, third], [['udp 192.0.2.2:5060', FAILED_FOR_MS]]]);
});

test('the better ones are those before the present one', () => {
  expect([preferredTo(choice, first), preferredTo(choice, third), preferredTo(choice, target('192.0.2.9'))]).toEqual([
    [],
    [first, second],
    [],
  ]);
});

test('retries come ever more seldom, and not all at once', () => {
  expect([0, 1, 2, 5, 6, 1_000].map((attempt) => backOffDelay(attempt, 1))).toEqual([
    500, 1_000, 2_000, 16_000, 30_000, 30_000,
  ]);
  expect(backOffDelay(0, 0)).toBe(375);
});
