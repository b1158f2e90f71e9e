import { expect, test } from 'vitest';
import { writeTime } from '../../../../src-main/xsi/objects/time-template';

/** 09:05 on 3 February 2026, local time: every part is another number. */
const AT = new Date(2026, 1, 3, 9, 5).getTime();

test.each([
  ['<hh:mm mm/dd/yy>', '09:05 02/03/26'],
  ['<dd.mm.yy hh:mm>', '03.02.26 09:05'],
  ['<hh:mm dd-mm-yyyy>', '09:05 03-02-2026'],
  ['<yyyy/mm/dd hh:mm>', '2026/02/03 09:05'],
  ['<yyyy年mm月dd日 hh:mm>', '2026年02月03日 09:05'],
  ['since <hh:mm dd/mm/yy>.', 'since 09:05 03/02/26.'],
  ['a < b and <hh:mm>', 'a < b and 09:05'],
  ['no template: <dd.mm.yy>', 'no template: <dd.mm.yy>'],
])('%s', (template, expected) => {
  expect(writeTime(template, AT)).toBe(expected);
});
