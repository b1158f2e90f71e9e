import { expect, test } from 'vitest';
import { parseSubscriptionState } from '../../../../src-renderer/line/subscriptions/subscription-state';

test.each([
  ['active;expires=3599', ['active', null, 3599, null]],
  ['terminated;reason=deactivated;retry-after=2', ['terminated', 'deactivated', null, 2]],
  [' Terminated ; Reason = "giveup" ', ['terminated', 'giveup', null, null]],
  ['pending;expires=soon', ['pending', null, null, null]],
  ['active;expires=99999999999', ['active', null, 86_400, null]],
  ['', ['', null, null, null]],
])('“%s” is read', (header, [state, reason, expires, retryAfter]) => {
  expect(parseSubscriptionState(header)).toEqual({ state, reason, expires, retryAfter });
});
