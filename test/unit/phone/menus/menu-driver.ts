import type { Person, PhoneMemory } from '../../../../src-main/contract/phone-memory';
import { NOTHING_REMEMBERED } from '../../../../src-main/contract/phone-memory';
import type { Beginnings, PhoneDevice } from '../../../../src-main/phone/phone-state';
import { PhoneDriver } from '../phone-driver';

export const BOB: Person = { name: 'Bob', number: '1002' };
export const CAROL: Person = { name: 'Carol Żak', number: '1003' };

export const remembering = (memory: Partial<PhoneMemory>): Beginnings => ({
  memory: { ...NOTHING_REMEMBERED, ...memory },
});

export const withPeople = (...people: readonly Person[]): PhoneDriver =>
  PhoneDriver.registered({}, remembering({ people }));

export const withRings = (): PhoneDriver =>
  PhoneDriver.registered({
    ringTypes: [
      { name: 'Old Bell', file: 'old-bell.raw' },
      { name: 'Gong', file: 'gong.raw' },
    ],
  });

/** The same phone after a restart. */
export const restarted = (phone: PhoneDriver, device: Partial<PhoneDevice> = {}): PhoneDriver =>
  PhoneDriver.registered(device, { memory: phone.memory });

/** Somebody calls and gives up, or is answered and talks that long. */
export function calledBy(phone: PhoneDriver, call: string, number: string, name = '', seconds = 0): PhoneDriver {
  phone.rings(call, number, name);
  if (seconds > 0)
    phone
      .softkey('Answer')
      .hears({ kind: 'connected', call })
      .waits(seconds * 1000);
  phone.hears({ kind: 'ended', call, by: 'far', status: null }).waits(60_000 - seconds * 1000);
  phone.done();
  return phone;
}

export const directories = (phone: PhoneDriver): PhoneDriver => phone.key({ kind: 'directories' });
export const settings = (phone: PhoneDriver): PhoneDriver => phone.key({ kind: 'settings' });
export const down = (phone: PhoneDriver): PhoneDriver => phone.key({ kind: 'navigate', direction: 'down' });

/** What a list shows, a row each, the chosen one marked. */
export function listed(phone: PhoneDriver): readonly string[] {
  const { plane } = phone.snapshot.display;
  if (plane.kind !== 'menu') throw new Error(`${plane.kind} is shown`);
  const rows = plane.items.map(({ number, text, detail }, index) =>
    [index === plane.selected ? '>' : '', number, text, detail].filter(Boolean).join(' '),
  );
  return [plane.title, ...rows];
}

/** What a form shows: its title, its fields with the cursor, and what the keypad writes. */
export function form(phone: PhoneDriver): readonly string[] {
  const { plane } = phone.snapshot.display;
  if (plane.kind !== 'input') throw new Error(`${plane.kind} is shown`);
  const fields = plane.fields.map(({ label, value }, index) =>
    index === plane.selected
      ? `${label}: ${value.slice(0, plane.cursor)}|${value.slice(plane.cursor)}`
      : `${label}: ${value}`,
  );
  return [plane.title, ...fields, plane.mode];
}

export function text(phone: PhoneDriver): string {
  const { plane } = phone.snapshot.display;
  if (plane.kind !== 'services') throw new Error(`${plane.kind} is shown`);
  return `${plane.title}\n${plane.text}`;
}
