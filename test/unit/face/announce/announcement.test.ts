import { describe, expect, test } from 'vitest';
import type { CallRow, Display, InputPlane, MenuPlane } from '../../../../src-main/contract/display.ts';
import { announcementOf } from '../../../../src-renderer/face/announce/announcement.ts';
import { callBackActivated, dials, phoneThat, ringsIn, talks } from '../../../integration/face/snapshots.ts';

const idle = phoneThat().display;
const say = (previous: Display, next: Display, unasked = false) => announcementOf(previous, next, unasked);
const showing = (plane: Display['plane'], prompt = idle.prompt): Display => ({ ...idle, plane, prompt });

const menu: MenuPlane = {
  kind: 'menu',
  title: 'Directories',
  items: [
    { number: '1', text: 'Missed Calls', detail: '2' },
    { number: '2', text: 'Placed Calls', detail: '' },
  ],
  selected: 0,
};
const form: InputPlane = {
  kind: 'input',
  title: 'Search',
  fields: [
    { label: 'Name', value: 'Bo' },
    { label: 'Number', value: '' },
  ],
  selected: 0,
  cursor: 2,
  mode: 'abc',
};
const call = (id: string, icon: CallRow['icon'], selected: boolean, timer = '00:01'): CallRow => ({
  id,
  icon,
  text: `To 100${id}`,
  timer,
  selected,
});
const calls = (...rows: CallRow[]) => showing({ kind: 'calls', calls: rows, entry: null });

describe('what a screen reader says', () => {
  test('of a call that comes in: who it is, at once and only once', () => {
    expect(say(idle, ringsIn.display)).toEqual({ urgent: 'From Bob (1002)', calm: '' });
    expect(say(ringsIn.display, { ...ringsIn.display, dateTime: '14:06 11/22/26' })).toEqual({ urgent: '', calm: '' });
  });

  test('of a screen that nobody asked for: all of it, at once', () => {
    const text =
      'CallBack. Call Back is activated on 1002. Press Cancel to deactivate. Press Exit to quit this screen.';
    expect(say(idle, callBackActivated.display, true)).toEqual({ urgent: text, calm: 'Please select' });
    expect(say(idle, callBackActivated.display, false)).toEqual({ urgent: '', calm: `${text}. Please select` });
  });

  test.each([
    ['Connected, when it is answered', ringsIn.display, talks.display, 'Connected'],
    ['Busy', dials.display, showing(dials.display.plane, 'Busy'), 'Busy'],
    [
      'nothing of a second of a call',
      calls(call('1', 'connected', true)),
      calls(call('1', 'connected', true, '00:02')),
      '',
    ],
    [
      'the other call that is chosen',
      calls(call('1', 'hold', true), call('2', 'hold', false)),
      calls(call('1', 'hold', false), call('2', 'hold', true)),
      'To 1002',
    ],
    [
      'the digit that was dialled',
      dials.display,
      showing({ kind: 'calls', calls: [], entry: '1002' }, 'Enter number'),
      '2',
    ],
    [
      'what is left of a number',
      dials.display,
      showing({ kind: 'calls', calls: [], entry: '10' }, 'Enter number'),
      '10',
    ],
    ['a menu and its first choice', idle, showing(menu), 'Directories. 1 Missed Calls 2'],
    ['what is chosen in it', showing(menu), showing({ ...menu, selected: 1 }), '2 Placed Calls'],
    ['a form', idle, showing(form), 'Search. Name. Bo. abc'],
    ['a letter', showing(form), showing({ ...form, fields: [{ label: 'Name', value: 'Bob' }] }), 'b'],
    ['what is left of a value', showing(form), showing({ ...form, fields: [{ label: 'Name', value: 'B' }] }), 'B'],
    ['another field', showing(form), showing({ ...form, selected: 1 }), 'Number'],
    ['another way to write', showing(form), showing({ ...form, mode: '123' }), '123'],
  ])('%s, when its turn comes', (_name, previous, next, calm) => {
    expect(say(previous, next)).toEqual({ urgent: '', calm });
  });

  test('of a list to read: all of it', () => {
    expect(say(idle, showing({ ...menu, selected: null })).calm).toBe('Directories. 1 Missed Calls 2. 2 Placed Calls');
  });
});
