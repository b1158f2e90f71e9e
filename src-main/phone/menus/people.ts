import type { LineEvent } from '../../contract/line-port';
import type { Person } from '../../contract/phone-memory';

export const MAX_PEOPLE = 200;

const inOrder = (people: readonly Person[]): readonly Person[] =>
  [...people].sort((left, right) => nameOrNumber(left).localeCompare(nameOrNumber(right)));

export const nameOrNumber = ({ name, number }: Person): string => name || number;

export const withPerson = (people: readonly Person[], person: Person, replaces: Person | null): readonly Person[] =>
  inOrder([...people.filter((other) => other !== replaces), person]);

export const withoutPerson = (people: readonly Person[], person: Person): readonly Person[] =>
  people.filter((other) => other !== person);

/** Letters as one searches for them: without their accents, large or small. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export const peopleWith = (people: readonly Person[], letters: string): readonly Person[] =>
  people.filter(({ name, number }) => plain(name).includes(plain(letters)) || number.includes(letters));

export const nameOf = (people: readonly Person[], number: string): string =>
  number === '' ? '' : (people.find((person) => person.number === number)?.name ?? '');

type Incoming = Extract<LineEvent, { kind: 'incoming' }>;

/** Who calls without saying a name, and is in the directory, has the name that stands there. */
export const named = (people: readonly Person[], event: Incoming): Incoming =>
  event.name && event.name !== event.number ? event : { ...event, name: nameOf(people, event.number) || event.name };
