import { expect, test } from 'vitest';
import { disabledFeatures } from '../../../src-main/app/disabled-features.ts';

const OURS = disabledFeatures('').split(',');

test('the checks of the local network are off, by every name of theirs that a SIP server could be met under', () => {
  expect(OURS).toEqual(
    expect.arrayContaining([
      'LocalNetworkAccessChecks',
      'LocalNetworkAccessChecksWebSockets',
      'LocalNetworkAccessChecksWebRTC',
    ]),
  );
});

test('what the command line switches off stays off, and nothing is named twice', () => {
  expect(disabledFeatures(`Translate, ${OURS[0]},,AutofillServer`).split(',')).toEqual([
    'Translate',
    OURS[0],
    'AutofillServer',
    ...OURS.slice(1),
  ]);
});
