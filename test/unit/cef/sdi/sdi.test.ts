import { expect, test } from 'vitest';
import { Sdi } from '../../../../src-main/cef/sdi/sdi.ts';
import type { AlarmConfiguration, TraceLevel } from '../../../../src-main/contract/service-parameters.ts';

/** Everything that the library can be told, once. */
function written(level: TraceLevel, alarms: AlarmConfiguration): readonly string[] {
  const lines: string[] = [];
  const sdi = new Sdi(
    'CEF',
    { now: () => 0 },
    {
      write: (_level, line) => lines.push(line),
      event: ({ at, service, name, text }) => lines.push(`event ${at} ${service} ${name} ${text}`),
    },
  );
  sdi.setTrace(level);
  sdi.setAlarms(alarms);
  sdi.trace('opened');
  sdi.error('not opened');
  sdi.detail('every byte');
  sdi.alarm('LinkDown', 'lost\nfor good');
  return lines.map((line) => line.replace('1970-01-01T00:00:00.000Z ', ''));
}

const everywhere = { toLog: true, toEventViewer: true };
const alarm = ['ALARM CEF LinkDown: lost | for good', 'event 0 CEF LinkDown lost | for good'];

test('each line comes with how much it matters', () => {
  const levels: string[] = [];
  const sdi = new Sdi('CEF', { now: () => 0 }, { write: (level) => levels.push(level) });
  sdi.trace('opened');
  sdi.error('not opened');
  sdi.detail('ALARM, says a peer');
  sdi.alarm('LinkDown', 'lost');
  expect(levels).toEqual(['trace', 'error', 'detail', 'alarm']);
});

test('a line ends somewhere, and an alarm without end is counted; others are raised meanwhile', () => {
  const lines: string[] = [];
  let now = 0;
  const sdi = new Sdi('CEF', { now: () => now }, { write: (_level, line) => lines.push(line.slice(25)) });
  sdi.trace('x'.repeat(100_000));
  expect(lines.splice(0)).toEqual([`TRACE CEF ${'x'.repeat(16_384)} … and 83616 characters more`]);
  for (let raised = 0; raised < 1000; raised++) sdi.alarm('LinkDown', `the ${raised}th`);
  sdi.alarm('Other', 'is heard');
  now = 10_000;
  sdi.alarm('LinkDown', 'again');
  expect(lines.slice(19)).toEqual([
    'ALARM CEF LinkDown: the 19th',
    'ALARM CEF Other: is heard',
    'ALARM CEF LinkDown: … and 980 more in the last 10 s',
    'ALARM CEF LinkDown: again',
  ]);
});

test.each<[TraceLevel, AlarmConfiguration, readonly string[]]>([
  ['detailed', everywhere, ['TRACE CEF opened', 'TRACE CEF not opened', 'DETAIL CEF every byte', ...alarm]],
  ['error', everywhere, ['TRACE CEF not opened', ...alarm]],
  ['off', everywhere, alarm],
  ['off', { toLog: true, toEventViewer: false }, alarm.slice(0, 1)],
  ['off', { toLog: false, toEventViewer: true }, alarm.slice(1)],
  ['off', { toLog: false, toEventViewer: false }, []],
])('trace %s, alarms %j', (level, alarms, lines) => {
  expect(written(level, alarms)).toEqual(lines);
});
