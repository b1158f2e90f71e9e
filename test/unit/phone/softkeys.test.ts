import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readPhoneDictionary, readSoftkeyTemplate } from '../../../src-main/app/phones/read-assets';
import { CALL_STATES, type SoftkeyTemplate } from '../../../src-main/contract/softkey-template';
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

const shipped = readdirSync('assets/softkey-templates').map((file) =>
  readSoftkeyTemplate(`assets/softkey-templates/${file}`),
);

test('of the shipped templates, one has CallBack, on the two states of the chapter, and they are else the same', () => {
  const withCallBack = ({ sets }: SoftkeyTemplate) => CALL_STATES.filter((state) => sets[state]?.includes('CallBack'));
  expect(Object.fromEntries(shipped.map((one) => [one.name, withCallBack(one)]))).toEqual({
    'Standard User': [],
    'Standard User for Call Back': ['On Hook', 'Ring Out'],
  });
  const [one, other] = shipped.map(({ sets }) =>
    CALL_STATES.map((state) => sets[state]?.filter((name) => name !== 'CallBack')),
  );
  expect(one).toEqual(other);
});

test.each(shipped)('$name: every state has its keys, every key its words and its help', ({ keys, sets }) => {
  const words = readPhoneDictionary('assets/dictionaries', 'English_United_States');
  const used = CALL_STATES.flatMap((state) => sets[state] ?? []).filter((name) => name !== '');
  expect([...new Set(used)].sort()).toEqual(Object.keys(keys).sort());
  expect(CALL_STATES.filter((state) => !sets[state]?.length)).toEqual([]);
  expect(Object.values(keys).filter(({ label }) => !words.get(label))).toEqual([]);
});
