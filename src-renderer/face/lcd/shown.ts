import { missingCase } from '../../../src-main/base/missing-case';
import type { Display } from '../../../src-main/contract/display';
import type { PhoneSnapshot } from '../../../src-main/contract/phone-snapshot';

/** What the display is made from. */
export type Shown = Pick<PhoneSnapshot, 'display' | 'lineButtons' | 'missedCalls'>;

/** All the words of it, to know what they are written in. */
export function wordsOf({ display, lineButtons }: Shown): string {
  const { plane } = display;
  const labels = lineButtons.map((button) => button?.label ?? '');
  return [display.dateTime, display.prompt, ...wordsIn(plane), ...labels, ...display.softkeys].join(' ');
}

function wordsIn(plane: Display['plane']): readonly string[] {
  switch (plane.kind) {
    case 'calls':
      return plane.calls.map(({ text }) => text);
    case 'services':
      return [plane.title, plane.text];
    case 'image':
      return [plane.title];
    case 'menu':
      return [plane.title, ...plane.items.flatMap(({ text, detail }) => [text, detail])];
    case 'input':
      return [plane.title, ...plane.fields.flatMap(({ label, value }) => [label, value])];
    default:
      return missingCase(plane);
  }
}
