import { expect, test } from 'vitest';
import { numbersAt } from '../../../../src-main/callmanager/sip-server/numbers-at';

test.each([
  ['a number of the cluster', 'sip:1003@cluster.test', ['1003']],
  ['however it is written', 'sip:%2A21@Cluster.test;line=2', ['*21']],
  ['with a sign in it that escapes', 'sip:50%25@cluster.test', ['50%']],
  ['somebody else', 'sip:1003@elsewhere.test', []],
  ['the cluster itself', 'sip:cluster.test', []],
  ['a user in no writing', 'sip:%ff@cluster.test', []],
  ['a telephone', 'tel:+4930', []],
])('a phone names %s', (_whom, address, numbers) => {
  expect(numbersAt([address], 'cluster.test')).toEqual(numbers);
});
