import { expect, test } from 'vitest';
import { withUsualNames } from '../../../src-main/sip/usual-names';

test('short names are written in full, and the state of a subscription as everybody writes it; the rest stays', () => {
  const lines = ['o: dialog', 'K : replaces', 'Subscription-State: Active;expires=6', 'i: o: 1', 'c: text/plain'];
  expect(withUsualNames(['NOTIFY sip:a@b SIP/2.0', ...lines, '', 'o: body'].join('\r\n')).split('\r\n')).toEqual([
    'NOTIFY sip:a@b SIP/2.0',
    'Event: dialog',
    'Supported: replaces',
    'Subscription-State: active;expires=6',
    'i: o: 1',
    'c: text/plain',
    '',
    'o: body',
  ]);
});
