import { expect, test } from 'vitest';
import type { SoftkeyTemplate } from '../../../src-main/contract/softkey-template';
import { PhoneDriver } from './phone-driver';

const key = (event: number) => ({ label: `key.${event}`, event, help: 300 });

const six: SoftkeyTemplate = {
  name: 'six keys',
  keys: { A: key(1), B: key(2), C: key(3), D: key(9), E: key(10), F: key(20) },
  sets: { 'On Hook': ['A', 'B', 'C', 'D', 'E', 'F'] },
};

test('more than four keys show three and "more", which turns to the next and comes round again', () => {
  const phone = PhoneDriver.registered({ template: six });
  const pages = [0, 1, 2].map(() => {
    const shown = phone.softkeys;
    phone.softkey('more');
    return shown;
  });
  const [first, second] = [
    ['key.1', 'key.2', 'key.3', 'more'],
    ['key.9', 'key.10', 'key.20', 'more'],
  ];
  expect(pages).toEqual([first, second, first]);
});

test('a template without CallBack takes the key off the phone', () => {
  const phone = PhoneDriver.registered({ template: { ...six, sets: { 'On Hook': ['A'] } } });
  expect(phone.softkeys).toEqual(['key.1', null, null, null]);
});
