import { expect, test } from 'vitest';
import { Way } from '../../../../src-main/callmanager/sip-server/way';

const party = (number: string) => ({ number, displayName: '' });
const numbers = (way: Way): readonly string[] => way.diversions.map(({ from, target }) => `${from.number}>${target}`);

/** Takes the next detour. @returns where that leads, or null */
function follow(way: Way): string | null {
  const detour = way.takeDetour();
  if (detour) way.go(detour);
  return detour?.target ?? null;
}

test('those that are named are tried in their order, each from where it was named, and none where the call has been', () => {
  const way = new Way('2');
  way.name(party('2'), ['3', '4', '2', '3']);
  expect([follow(way), numbers(way)]).toEqual(['3', ['2>3']]);
  expect(way.go({ from: party('3'), target: '5', reason: 'user-busy' })).toBe(true);
  way.name(party('5'), ['6', '3']);
  expect([follow(way), numbers(way)]).toEqual(['6', ['2>3', '3>5', '5>6']]);
  expect([follow(way), numbers(way)]).toEqual(['4', ['2>4']]);
  expect(follow(way)).toBe(null);
});

test('a forward back to where the call comes from is a circle; one to where it was in vain is none', () => {
  const way = new Way('2');
  way.name(party('2'), ['3', '4']);
  follow(way);
  expect(way.go({ from: party('3'), target: '2', reason: 'unconditional' })).toBe(false);
  follow(way);
  expect(way.go({ from: party('4'), target: '3', reason: 'user-busy' })).toBe(true);
});

test('after five moves by 3xx it is enough', () => {
  const way = new Way('0');
  const targets = ['1', '2', '3', '4', '5', '6'];
  way.name(party('0'), targets);
  expect(targets.map(() => follow(way))).toEqual(['1', '2', '3', '4', '5', null]);
});

test('the best refusal of all is told, and one for good is the last word', () => {
  const way = new Way('2');
  way.name(party('2'), ['3', '4']);
  expect([way.refuse(486), way.refuse(480), follow(way)]).toEqual([486, 486, '3']);
  expect([way.refuse(603), follow(way)]).toEqual([603, null]);
});
