import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DIGITS, type Key } from '../../../../src-main/contract/keys';
import { PhoneDriver } from '../phone-driver';
import { BOB, CAROL, calledBy, remembering, withRings } from './menu-driver';

const KEYS: readonly Key[] = [
  ...DIGITS.map((digit): Key => ({ kind: 'digit', digit })),
  ...([1, 2, 3, 4] as const).map((position): Key => ({ kind: 'softkey', position })),
  ...(['up', 'down'] as const).map((direction): Key => ({ kind: 'navigate', direction })),
  ...(['directories', 'settings', 'services', 'info', 'help', 'enter', 'escape', 'backspace', 'handset'] as const).map(
    (kind): Key => ({ kind }),
  ),
  { kind: 'character', character: 'ż' },
];

const press = fc.constantFrom(...KEYS).map((key) => ({ kind: 'key', key }) as const);
const events = fc.oneof(
  { weight: 12, arbitrary: press },
  { weight: 1, arbitrary: fc.constant({ kind: 'call' } as const) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 3000 }).map((by) => ({ kind: 'wait', by }) as const) },
);

test('whatever is pressed, no call is lost but by Delete or Clear, and the display can always be drawn', () => {
  fc.assert(
    fc.property(fc.array(events, { maxLength: 80 }), (story) => {
      const phone = PhoneDriver.registered(
        { ringTypes: [{ name: 'Gong', file: 'gong.raw' }] },
        remembering({ people: [BOB, CAROL] }),
      );
      calledBy(phone, 'in-0', '1003', 'Carol');
      story.forEach((event, index) => {
        const before = phone.memory.calls.records.length;
        if (event.kind === 'wait') phone.waits(event.by);
        else if (event.kind === 'call') calledBy(phone, `in-${index + 1}`, '1002');
        else {
          const label = event.key.kind === 'softkey' ? phone.softkeys[event.key.position - 1] : null;
          phone.key(event.key);
          if (label === 'Delete' || label === 'Clear') return;
        }
        expect(phone.memory.calls.records.length).toBeGreaterThanOrEqual(before);
        const { plane, softkeys } = phone.snapshot.display;
        expect(softkeys).toHaveLength(4);
        if (plane.kind === 'menu' && plane.selected !== null) expect(plane.items[plane.selected]).toBeDefined();
      });
    }),
    { numRuns: 300 },
  );
});

test('what the phone remembers is what it shows after a restart, whatever was pressed', () => {
  fc.assert(
    fc.property(fc.array(press, { maxLength: 60 }), (story) => {
      const phone = withRings();
      for (const event of story) phone.input(event);
      const again = PhoneDriver.registered({}, { memory: phone.memory });
      expect(again.snapshot.appearance).toEqual(phone.snapshot.appearance);
      expect(again.snapshot.missedCalls).toBe(phone.snapshot.missedCalls);
    }),
    { numRuns: 200 },
  );
});
