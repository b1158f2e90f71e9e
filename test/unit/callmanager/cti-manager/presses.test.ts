import { beforeEach, expect, test } from 'vitest';
import { Presses } from '../../../../src-main/callmanager/cti-manager/presses';
import type { CtiPress } from '../../../../src-main/contract/cti-messages';
import { ManualClock } from '../../../support/manual-clock';

const callBack = (device: string): CtiPress => ({ kind: 'callBackPressed', device, calling: '1001', called: null });
const cancel = (device: string): CtiPress => ({ kind: 'userData', device, transaction: 1, data: 'Cancel' });

let clock: ManualClock;
let lost: string[];
let presses: Presses;
beforeEach(() => {
  clock = new ManualClock();
  lost = [];
  presses = new Presses(clock, ({ device, kind }) => lost.push(`${device} ${kind}`));
});

test('each is handed out once, in its order, and is gone when its phone is shown something', () => {
  presses.add(callBack('A'));
  presses.add(cancel('B'));
  expect(presses.take('one')).toEqual([callBack('A'), cancel('B')]);
  expect(presses.take('one')).toEqual([]);
  presses.answered('A');
  presses.giveBack('one');
  expect(presses.take('two')).toEqual([cancel('B')]);
  presses.answered('B');
  presses.giveBack('two');
  expect([presses.take('three'), clock.pending]).toEqual([[], 0]);
});

test('what a phone is shown answers nothing that nobody has taken', () => {
  presses.add(callBack('A'));
  presses.answered('A');
  expect(presses.take('one')).toEqual([callBack('A')]);
});

test('the same key twice, while nobody answers, is one press; other keys are others', () => {
  presses.add(callBack('A'));
  presses.add(cancel('A'));
  presses.add(callBack('A'));
  expect(presses.take('one')).toEqual([cancel('A'), callBack('A')]);
});

test('after four seconds nobody is to answer any more, and who pressed is told if nobody has even taken it', () => {
  presses.add(callBack('A'));
  clock.pass(1000);
  presses.add(callBack('B'));
  clock.pass(2999);
  expect([lost, presses.take('one')]).toEqual([[], [callBack('A'), callBack('B')]]);
  presses.add(callBack('C'));
  clock.pass(4000);
  presses.giveBack('one');
  expect([lost, presses.take('two')]).toEqual([['C callBackPressed'], []]);
});

test('a phone that is gone waits for nothing, and a CallManager that stops holds nothing', () => {
  presses.add(callBack('A'));
  presses.add(callBack('B'));
  presses.forget('A');
  expect(presses.take('one')).toEqual([callBack('B')]);
  presses.add(callBack('C'));
  presses.stop();
  clock.pass(10_000);
  expect([lost, clock.pending]).toEqual([[], 0]);
});
