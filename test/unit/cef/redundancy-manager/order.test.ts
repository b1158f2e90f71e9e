import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inOrder } from '../../../../src-main/cef/redundancy-manager/order.ts';
import type { CtiApplication } from '../../../../src-main/contract/cti-applications.ts';

const at = (address: string, port = 2552, application = 'CEF', instance = 'i'): CtiApplication => ({
  application,
  address,
  port,
  instance,
});

test.each<[string, readonly CtiApplication[], readonly number[]]>([
  ['one alone', [at('10.0.0.1')], [0]],
  ['the lowest address first, whoever came first', [at('10.0.0.3'), at('10.0.0.1'), at('10.0.0.2')], [1, 2, 0]],
  ['as numbers, not as text', [at('10.0.0.10'), at('10.0.0.9')], [1, 0]],
  ['the first part counts most', [at('100.0.0.1'), at('20.255.255.255')], [1, 0]],
  ['above half of all addresses too', [at('192.168.1.1'), at('127.0.0.1'), at('255.255.255.254')], [1, 0, 2]],
  ['on one server, the lower port', [at('10.0.0.1', 10_000), at('10.0.0.1', 2552)], [1, 0]],
  ['at one port, the name', [at('10.0.0.1', 0, 'b'), at('10.0.0.1', 0, 'a')], [1, 0]],
  ['of one name, what is never the same', [at('10.0.0.1', 0, 'a', 'y'), at('10.0.0.1', 0, 'a', 'x')], [1, 0]],
])('%s', (_, applications, order) => {
  expect(inOrder(applications)).toEqual(order.map((index) => applications[index]));
});

test('whatever the order in which they are told, all find the same one', () => {
  const application = fc.record({
    application: fc.constantFrom('CEF', 'CEF 2'),
    address: fc.ipV4(),
    port: fc.constantFrom(2552, 2553),
    instance: fc.uuid(),
  });
  const listAndShuffled = fc
    .uniqueArray(application, { selector: ({ instance }) => instance, minLength: 1, maxLength: 6 })
    .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
  fc.assert(
    fc.property(listAndShuffled, ([list, shuffled]) => {
      expect(inOrder(shuffled)).toEqual(inOrder(list));
    }),
  );
});
