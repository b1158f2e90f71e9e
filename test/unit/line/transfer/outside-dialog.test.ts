import { URI, UserAgent } from 'sip.js';
import { expect, test } from 'vitest';
import { outsideDialog } from '../../../../src-renderer/line/transfer/transfer';

function uri(text: string): URI {
  const made = UserAgent.makeURI(text);
  if (!(made instanceof URI)) throw new Error(`${text} is no SIP address`);
  return made;
}

test.each([
  ['a phone of our domain', 'sip:1003@pbx.test', 'sip:k3x@a1b2.invalid;transport=ws', 'sip:1003@pbx.test'],
  ['however the domain is written', 'sip:1003@PBX.test', 'sip:1003@192.0.2.7:5062', 'sip:1003@pbx.test'],
  ['a Contact that is good anywhere', 'sip:1003@pbx.test', 'sip:1003@pbx.test;gr=urn-1', 'sip:1003@pbx.test;gr=urn-1'],
  ['nobody', 'sip:anonymous@anonymous.invalid', 'sip:trunk@192.0.2.1:5060', 'sip:trunk@192.0.2.1:5060'],
  ['somebody of another domain', 'sip:bob@other.test', 'sip:bob@192.0.2.9', 'sip:bob@192.0.2.9'],
  ['the domain itself', 'sip:pbx.test', 'sip:1003@192.0.2.7', 'sip:1003@192.0.2.7'],
])('the far end of a call is reached from elsewhere: %s', (_who, record, contact, expected) => {
  expect(outsideDialog(uri(record), uri(contact), 'pbx.test').toString()).toBe(expected);
});
