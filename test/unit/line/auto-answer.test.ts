import { expect, test } from 'vitest';
import { asksForAnswer } from '../../../src-renderer/line/auto-answer';

const asks = (...headers: readonly string[]): boolean =>
  asksForAnswer({
    getHeaders: (name) =>
      headers
        .filter((header) => header.toLowerCase().startsWith(`${name}:`))
        .map((header) => header.slice(name.length + 1)),
  });

test.each([
  ['Answer-Mode: Auto'],
  ['Answer-Mode: Auto;require'],
  ['Priv-Answer-Mode: auto'],
  ['Call-Info: <sip:pbx.test>;answer-after=0'],
  ['Call-Info: <http://pbx.test/picture>;purpose=icon, <sip:pbx.test>; answer-after=0'],
  ['Alert-Info: <http://pbx.test>;answer-after=0'],
  ['Alert-Info: <http://www.pbx.test>;info=alert-autoanswer;delay=0'],
  ['Alert-Info: <http://www.pbx.test>; info="alert-autoanswer"'],
  ['Alert-Info: Auto Answer'],
  ['Alert-Info: "Auto Answer"'],
  ['Alert-Info: info=Auto Answer'],
  ['Alert-Info: Ring Answer'],
  ['Alert-Info: <sip:pbx.test>;info=RingAnswer'],
])('%s asks for the call to be answered at once', (header) => {
  expect(asks(header)).toBe(true);
});

test.each([
  ['Answer-Mode: Manual'],
  ['Answer-Mode: Automatic'],
  ['Call-Info: <sip:pbx.test>;answer-after=5'],
  ['Call-Info: <sip:pbx.test>;purpose=call-completion;m=BS'],
  ['Call-Info: Auto Answer'],
  ['Alert-Info: <http://pbx.test/bellcore-dr2>'],
  ['Alert-Info: <http://pbx.test/auto-answer.wav>'],
  ['Alert-Info: <http://pbx.test>;info=alert-internal'],
  ['Subject: Auto Answer'],
])('%s does not', (header) => {
  expect(asks(header)).toBe(false);
});
