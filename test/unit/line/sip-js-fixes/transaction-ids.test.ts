import { Core } from 'sip.js';
import { expect, test } from 'vitest';
import { drawLongTransactionIds } from '../../../../src-renderer/line/sip-js-fixes/transaction-ids';

const { makeId } = Core.ClientTransaction as unknown as { makeId(request: object): string };
const idOf = (request: object): string =>
  (Core.ClientTransaction as unknown as { makeId(request: object): string }).makeId(request);

test('the branch of a request is one of the ids that are unique, and a CANCEL has that of its INVITE', () => {
  drawLongTransactionIds(() => '0b6f1f2e-unique');
  const cancel = { method: 'CANCEL', branch: 'z9hG4bK-of-the-invite' };
  expect([idOf({ method: 'SUBSCRIBE' }), idOf(cancel)]).toEqual(['z9hG4bK0b6f1f2e-unique', makeId(cancel)]);
});
