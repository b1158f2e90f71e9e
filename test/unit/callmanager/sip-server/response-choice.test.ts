import { expect, test } from 'vitest';
import { bestRefusal } from '../../../../src-main/callmanager/sip-server/response-choice';

test.each<[readonly number[], number]>([
  [[], 480],
  [[486], 486],
  [[480, 486], 486],
  [[486, 480], 486],
  [[480, 404], 404],
  [[408, 480], 408],
  [[500, 480], 480],
  [[500, 404], 404],
  [[486, 603], 603],
  [[600, 486, 500], 600],
  [[302], 480],
  [[407], 480],
  [[401, 486], 486],
  [[503], 480],
  [[501], 501],
])('phones that refuse with %j are told to the caller as %i', (statuses, told) => {
  expect(bestRefusal(statuses)).toBe(told);
});
