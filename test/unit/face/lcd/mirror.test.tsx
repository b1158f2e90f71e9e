import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { LcdMirror } from '../../../../src-renderer/face/lcd/mirror';
import { PhoneDriver } from '../../phone/phone-driver';

/** Each part of the display with its text, as a program finds it in the window. */
function partsOf(phone: PhoneDriver): readonly string[] {
  const markup = renderToStaticMarkup(createElement(LcdMirror, { shown: phone.snapshot }));
  const found = markup.matchAll(/data-part="(\w+)"[^>]*>(.*?)(?=<[^>]*data-part|$)/gs);
  return [...found].map(([, part, inside = '']) => `${part}: ${inside.replace(/<[^>]*>/g, '').trim()}`);
}

const filled = (parts: readonly string[]): readonly string[] => parts.filter((part) => !part.endsWith(': '));

test('a program tells the prompt from a call, and the entry from both', () => {
  const phone = PhoneDriver.registered();
  const idle = ['dateTime: 14:05 11/22/26', 'number: 1001', 'line: 1001'];
  expect(filled(partsOf(phone.softkey('NewCall').dials('10')))).toEqual([
    ...idle,
    'entry: 10',
    'prompt: Enter number',
    'softkey: &lt;&lt;',
    'softkey: EndCall',
    'softkey: Dial',
  ]);
  expect(filled(partsOf(phone.dials('02'))).slice(3, 5)).toEqual(['call: To 1002', 'prompt: Call Proceed']);
});

test('of a menu each row is one, below its title', () => {
  const parts = partsOf(PhoneDriver.registered().key({ kind: 'directories' }));
  expect(parts.filter((part) => /^(title|row)/.test(part)).slice(0, 2)).toEqual([
    'title: DIRECTORY',
    'row: 1 Missed Calls',
  ]);
});
