import { expect, test } from 'vitest';
import {
  type LineMonitor,
  newLineMonitor,
  type MonitorEffect,
  type MonitorEvent,
} from '../../../../src-main/pbx/line-monitor/line-monitor';
import { reduceLineMonitor } from '../../../../src-main/pbx/line-monitor/reduce';
import { presence } from '../pbx-desk';

/** A server whose every document about dialogs is of that kind, for half an hour; its presence says that the line talks, and then that it is free. */
function halfAnHourOf(document: string): { readonly subscribed: readonly string[]; readonly told: readonly string[] } {
  let watch: LineMonitor = newLineMonitor(
    {
      line: 'a',
      identity: 'sip:1001@pbx.test',
      number: '1002',
      reason: 'busy',
      offer: null,
      duration: 3600,
      lastResort: 'never',
      askEvery: 30,
    },
    new Set(),
  );
  let now = 1_000_000;
  const begun = now;
  const subscribed: string[] = [];
  const told: string[] = [];
  const coming: MonitorEvent[] = [];
  const take = (first: MonitorEvent): void => {
    coming.push(first);
    for (let event = coming.shift(); event !== undefined; event = coming.shift()) {
      const next = reduceLineMonitor(watch, event, now);
      watch = next.watch;
      for (const effect of next.effects) act(effect);
    }
  };
  const act = (effect: MonitorEffect): void => {
    if (effect.kind === 'report') told.push(effect.status);
    if (effect.kind !== 'send' || effect.command.kind !== 'subscribe') return;
    const { subscription, event, line } = effect.command;
    subscribed.push(`${event} after ${Math.round((now - begun) / 1000)} s`);
    const about = { line, subscription };
    coming.push({ kind: 'subscription', ...about, state: 'active', status: null, reason: null });
    const body = event === 'dialog' ? document : presence('closed', 'On the phone');
    coming.push({ kind: 'notified', ...about, contentType: '', body });
  };
  take({ kind: 'start' });
  for (let second = 0; second < 1800; second += 1) {
    now += 1000;
    take({ kind: 'tick' });
  }
  const { presence: method } = watch.methods;
  if ('id' in method)
    take({ kind: 'notified', line: 'a', subscription: method.id, contentType: '', body: presence('open', 'Ready') });
  return { subscribed, told };
}

test.each([
  ['parts alone', '<dialog-info version="1" state="partial" entity="sip:1002@pbx.test"/>'],
  ['what nobody can read', '<dialog-info version="1" state="full"><dialog id="<"></dialog-info>'],
])('a server that sends %s is asked ever more seldom, and then presence has to do', (_what, document) => {
  const { subscribed, told } = halfAnHourOf(document);
  expect(subscribed.filter((one) => one.startsWith('dialog')).length).toBeLessThanOrEqual(6);
  expect(told.slice(-2)).toEqual(['offHook', 'onHook']);
});
