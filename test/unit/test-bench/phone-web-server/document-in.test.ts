import { expect, test } from 'vitest';
import { documentIn } from '../../../../src-main/test-bench/phone-web-server/execute/document-in';

const EXECUTE = '<CiscoIPPhoneExecute><ExecuteItem Priority="0" URL="Dial:1002+1"/></CiscoIPPhoneExecute>';
const TEXT =
  '<?xml version="1.0"?>\n<!-- a page --><CiscoIPPhoneText><Title>Grüße &amp; 50 %</Title></CiscoIPPhoneText>';

/** As tools send it: each has its own idea of a form. */
const SHAPES: readonly (readonly [string, string | Buffer, string])[] = [
  ['encoded', `XML=${encodeURIComponent(EXECUTE)}`, EXECUTE],
  ['encoded, with + for blanks', `XML=${new URLSearchParams({ '': EXECUTE }).toString().slice(1)}`, EXECUTE],
  ['encoded, behind another field', `a=1&XML=${encodeURIComponent(EXECUTE)}&b=2`, EXECUTE],
  ['raw behind XML=', `XML=${EXECUTE}`, EXECUTE],
  ['raw, with a declaration and a comment', TEXT, TEXT],
  ['the body itself', EXECUTE, EXECUTE],
  ['encoded, and no field', encodeURIComponent(EXECUTE), EXECUTE],
  ['with an end of line and half an escape behind it', `XML=${encodeURIComponent(EXECUTE)}%0D%0A%0`, EXECUTE],
  ['with anything behind it', `${EXECUTE}\r\n\0rubbish</CiscoIPPhoneExecute>`, EXECUTE],
  ['in Latin-1', Buffer.from(TEXT, 'latin1'), TEXT],
  [
    'in Latin-1, encoded',
    `XML=${encodeURIComponent(TEXT)
      .replace(/%C3%BC/, '%FC')
      .replace(/%C3%9F/, '%DF')}`,
    TEXT,
  ],
  ['with a root that is closed at once', '<CiscoIPPhoneExecute/>x', '<CiscoIPPhoneExecute/>'],
  ['with blanks before it', ` \r\n${EXECUTE}`, EXECUTE],
];

test.each(SHAPES)('a document %s', (_name, body, xml) => {
  expect(documentIn(Buffer.from(body))).toEqual({ xml, isWhole: true });
});

test.each(['', 'XML=', 'hello', '<', '<CiscoIPPhoneText><Title>a</Title></CiscoIPPhoneTex', EXECUTE.slice(0, -1)])(
  'not whole: %s',
  (body) => {
    expect(documentIn(Buffer.from(body)).isWhole).toBe(false);
  },
);
