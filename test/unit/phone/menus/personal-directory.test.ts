import { expect, test } from 'vitest';
import type { Key } from '../../../../src-main/contract/keys';
import type { PhoneDriver } from '../phone-driver';
import { BOB, CAROL, directories, down, form, listed, withPeople } from './menu-driver';

const people = (phone: PhoneDriver): PhoneDriver => directories(phone).dials('4');
const types = (phone: PhoneDriver, letters: string): PhoneDriver => {
  for (const character of letters) {
    const key: Key = /\d/.test(character)
      ? { kind: 'digit', digit: character as '1' }
      : { kind: 'character', character };
    phone.key(key);
  }
  return phone;
};

test('somebody is added with the keypad, several presses for a letter', () => {
  const phone = people(withPeople());
  expect(phone.face).toMatchObject({ prompt: 'No Records', softkeys: 'New | Search | Exit | ' });
  phone.softkey('New');
  expect(form(phone)).toEqual(['New Entry', 'Name: |', 'Number: ', 'abc']);
  expect(phone.face).toMatchObject({ prompt: 'Enter Input Data...', softkeys: 'Save | << | ABC | Cancel' });
  phone.softkey('ABC').dials('2').dials('2');
  expect(form(phone)).toEqual(['New Entry', 'Name: |B', 'Number: ', 'ABC']);
  phone.softkey('123').softkey('abc').dials('666').dials('#').dials('22').waits(1000);
  expect(form(phone)).toEqual(['New Entry', 'Name: Bob|', 'Number: ', 'abc']);
  down(phone).dials('1002');
  expect(form(phone)).toEqual(['New Entry', 'Name: Bob', 'Number: 1002|', '123']);
  phone.softkey('Save');
  expect([listed(phone), phone.face.prompt]).toEqual([['Personal Directory', '> 1 Bob'], 'Entry saved']);
  expect(phone.memory.people).toEqual([BOB]);
});

test('the presses of a key go through small letters, the digit and capitals; a second ends the letter, and so does another key', () => {
  const phone = people(withPeople()).softkey('New');
  const written: string[] = [];
  for (let press = 0; press < 8; press += 1) written.push(form(phone.dials('2'))[1] ?? '');
  expect(written.map((field) => field.at(-1)).join('')).toBe('abc2ABCa');
  phone.dials('3').waits(999).dials('3').waits(1000).dials('3').dials('0').dials('7');
  expect(form(phone)[1]).toBe('Name: aed |p');
  expect(form(phone.key({ kind: 'backspace' }).softkey('<<'))[1]).toBe('Name: aed|');
});

test('somebody is added with the keyboard; who has no number is not kept', () => {
  const phone = people(withPeople(BOB)).softkey('more').softkey('New');
  types(phone, 'Carol Żak').key({ kind: 'enter' });
  expect(phone.face.prompt).toBe('Number missing');
  types(down(phone), '1003').key({ kind: 'enter' });
  expect(listed(phone)).toEqual(['Personal Directory', '1 Bob', '> 2 Carol Żak']);
  expect(phone.memory.people).toEqual([BOB, CAROL]);
});

test('search finds letters wherever they stand, whatever their accents; Dial calls', () => {
  const phone = people(withPeople(BOB, CAROL)).softkey('more').softkey('Search').dials('9999');
  expect(form(phone)).toEqual(['Search', 'Name: |z', 'abc']);
  phone.softkey('Search');
  expect(listed(phone)).toEqual(['Personal Directory', '> 1 Carol Żak']);
  phone.softkey('Dial');
  expect(phone.done()).toMatchObject([{ kind: 'line', command: { kind: 'invite', target: '1003' } }]);
});

test('a letter of the keyboard begins a search at once', () => {
  const phone = types(people(withPeople(BOB, CAROL)), 'ob').key({ kind: 'enter' });
  expect(listed(phone)).toEqual(['Personal Directory', '> 1 Bob']);
  expect(listed(phone.softkey('Exit'))).toEqual(['Personal Directory', '> 1 Bob', '2 Carol Żak']);
  expect(listed(phone.softkey('Exit'))[0]).toBe('DIRECTORY');
});

test('Edit changes an entry, Cancel leaves it, Delete takes it out', () => {
  const phone = people(withPeople(BOB, CAROL)).softkey('more').softkey('Edit');
  expect(form(phone)).toEqual(['Edit Entry', 'Name: Bob|', 'Number: 1002', 'abc']);
  types(phone, 'by').softkey('Save');
  expect(listed(phone)).toEqual(['Personal Directory', '> 1 Bobby', '2 Carol Żak']);
  types(phone.softkey('more').softkey('Edit'), 'x').key({ kind: 'escape' });
  expect(phone.memory.people).toEqual([{ name: 'Bobby', number: '1002' }, CAROL]);
  phone.softkey('more').softkey('more').softkey('Delete');
  expect(phone.memory.people).toEqual([CAROL]);
});

test('Add puts the number of a call into the directory', () => {
  const phone = withPeople()
    .rings('in-1', '1003', 'Carol')
    .hears({ kind: 'ended', call: 'in-1', by: 'far', status: null });
  directories(phone).dials('1').softkey('more').softkey('more').softkey('Add');
  expect(form(phone)).toEqual(['New Entry', 'Name: Carol|', 'Number: 1003', 'abc']);
  phone.softkey('Save');
  expect([listed(phone)[0], phone.memory.people]).toEqual(['Missed Calls', [{ name: 'Carol', number: '1003' }]]);
});

test('a call covers the form, and what was written is there afterwards', () => {
  const phone = types(people(withPeople()).softkey('New'), 'Da').rings('in-1', '1003');
  types(phone, 'v').hears({ kind: 'ended', call: 'in-1', by: 'far', status: null });
  expect(form(types(phone, 've'))).toEqual(['New Entry', 'Name: Dave|', 'Number: ', 'abc']);
});
