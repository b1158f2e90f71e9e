import { expect, test } from 'vitest';
import { contactName } from '../../../src-renderer/line/contact-name';

let count = 0;
const newId = (): string => `id${++count}`;

test('a line’s host is a random name that cannot be, or an address that nobody has', () => {
  expect([
    contactName('invalid', newId, () => 0),
    contactName('address', newId, () => 0),
    contactName('address', newId, () => 0.999),
  ]).toEqual([
    { user: 'id1', host: 'id2.invalid' },
    { user: 'id3', host: '192.0.2.1' },
    { user: 'id4', host: '192.0.2.254' },
  ]);
});
