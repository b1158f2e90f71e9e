import { expect, test } from 'vitest';
import { EventViewer } from '../../../../src-main/callmanager/ris-data-collector/event-viewer.ts';
import {
  type PublishedStatus,
  RisDataCollector,
} from '../../../../src-main/callmanager/ris-data-collector/ris-data-collector.ts';
import { noCounters } from '../../../../src-main/cef/service-counters.ts';
import { ManualClock } from '../../../support/manual-clock.ts';

const status = (address: string, instance: string | null): PublishedStatus => ({
  address,
  instance,
  state: instance === null ? 'deactivated' : 'activated',
  notificationPort: 2552,
  requests: 0,
  available: 0,
  linesOpen: 0,
  restartNeeded: false,
  counters: noCounters(0),
});

test('what services say of themselves is held against what CTIManager knows; who watches is told once for many changes', () => {
  const clock = new ManualClock();
  const application = (instance: string) => ({ application: 'CEF', address: '10.0.0.1', port: 1, instance });
  const collector = new RisDataCollector({
    clock,
    mostServers: 4,
    ctiPort: () => 2748,
    roll: () => ({ applications: [application('a'), application('b')], active: 'a' }),
    inOrder: ({ applications }) => applications,
    services: () => [
      status('10.0.0.1', 'a'),
      status('10.0.0.2', 'b'),
      status('10.0.0.3', 'c'),
      status('10.0.0.4', null),
    ],
    alarms: () => [],
  });
  expect(collector.report().servers.map(({ registered, place, active }) => [registered, place, active])).toEqual([
    [true, 0, true],
    [true, 1, false],
    [false, null, false],
    [false, null, false],
  ]);
  let told = 0;
  const end = collector.onDidChange(() => {
    told += 1;
  });
  for (let change = 0; change < 5; change += 1) collector.changed();
  clock.pass(1000);
  expect(told).toBe(1);
  end();
  collector.changed();
  clock.pass(1000);
  expect(told).toBe(1);
});

test('the Event Viewer keeps the latest 200 alarms, the latest first', () => {
  const viewer = new EventViewer();
  for (let at = 1; at <= 201; at += 1) viewer.add({ at, service: 'CEF', name: 'Alarm', text: '' });
  const numbers = viewer.list().map(({ number }) => number);
  expect([numbers.length, numbers[0], numbers.at(-1)]).toEqual([200, 201, 2]);
});
