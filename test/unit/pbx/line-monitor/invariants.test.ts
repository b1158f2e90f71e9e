import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LinePackage } from '../../../../src-main/contract/subscription-port';
import {
  type LineMonitor,
  type MonitorEffect,
  type MonitorEvent,
  type MonitorOrder,
  newLineMonitor,
} from '../../../../src-main/pbx/line-monitor/line-monitor';
import { reduceLineMonitor } from '../../../../src-main/pbx/line-monitor/reduce';
import { dialogs, presence } from '../pbx-desk';

const order: MonitorOrder = {
  line: 'a',
  identity: 'sip:1001@pbx.test',
  number: '1002',
  reason: 'busy',
  offer: null,
  duration: 3600,
  lastResort: 'never',
  askEvery: 30,
};

/** What a server, a user and time can do to a watch; about which subscription is found out when it happens. */
type Happening =
  | {
      readonly kind: 'document';
      readonly event: LinePackage;
      readonly calls: readonly string[];
      readonly check: boolean;
    }
  | {
      readonly kind: 'state';
      readonly event: LinePackage;
      readonly state: 'active' | 'lost' | 'refused';
      readonly check: boolean;
    }
  | { readonly kind: 'idle'; readonly idle: boolean }
  | { readonly kind: 'registered' }
  | { readonly kind: 'seconds'; readonly count: number };

const event = fc.constantFrom<LinePackage>('dialog', 'dialog', 'dialog', 'presence');
const calls = fc.constantFrom<readonly string[]>(
  [],
  ['terminated'],
  ['confirmed'],
  ['early'],
  ['confirmed', 'terminated'],
);
const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('document' as const), event, calls, check: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('state' as const),
      event,
      state: fc.constantFrom('active' as const, 'active' as const, 'lost' as const, 'refused' as const),
      check: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('idle' as const), idle: fc.boolean() }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'registered' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('seconds' as const), count: fc.integer({ min: 1, max: 400 }) }),
  },
);

function eventOf(watch: LineMonitor, what: Happening): MonitorEvent | null {
  switch (what.kind) {
    case 'seconds':
      return { kind: 'tick' };
    case 'registered':
      return { kind: 'registered' };
    case 'idle':
      return { kind: 'ownLine', idle: what.idle };
    default: {
      const method = watch.methods[what.event];
      const id = what.check && what.event === 'dialog' ? watch.check?.id : 'id' in method ? method.id : undefined;
      if (id === undefined) return null;
      if (what.kind === 'state')
        return { kind: 'subscription', line: 'a', subscription: id, state: what.state, status: null, reason: null };
      const body =
        what.event === 'dialog'
          ? dialogs(...what.calls.map(named))
          : presence(what.calls.length > 0 ? 'open' : 'closed');
      return { kind: 'notified', line: 'a', subscription: id, contentType: '', body };
    }
  }
}

let callsMade = 0;

/** Each a call of its own: one that comes back after its end is a ghost, and no news. */
function named(state: string): string {
  callsMade += 1;
  return `${state} ${callsMade}@host`;
}

/** What the server has last said on the living subscription for dialogs; null = nothing that counts. */
interface Said {
  readonly id: string | null;
  readonly calls: readonly string[] | null;
}

test('whatever servers do: nobody is called free who was not said to be, nothing is held twice, nothing is left', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 60 }), (story) => {
      let now = 0;
      let watch = newLineMonitor(order, new Set());
      let said: Said = { id: null, calls: null };
      const held = new Map<string, string>();
      const take = (effects: readonly MonitorEffect[]): void => {
        for (const effect of effects) {
          if (effect.kind === 'report' && effect.status === 'onHook' && watch.methods.dialog.kind !== 'refused') {
            // Every dialog that was told of is over, by the subscription that lives.
            expect(said.calls?.every((call) => call.startsWith('terminated')) ?? false).toBe(true);
          }
          if (effect.kind !== 'send') continue;
          const { command } = effect;
          if (command.kind === 'subscribe' && !command.once) {
            expect([...held.values()]).not.toContain(command.event);
            held.set(command.subscription, command.event);
          }
          if (command.kind === 'unsubscribe') held.delete(command.subscription);
        }
      };
      const step = (next: MonitorEvent): void => {
        const living = watch.methods.dialog;
        const id = 'id' in living ? living.id : null;
        if (next.kind === 'subscription' && next.subscription === id) said = { id, calls: null };
        if (next.kind === 'notified' && next.subscription === id && living.kind === 'active')
          said = { id, calls: [...next.body.matchAll(/<state>(\w+)</g)].map((match) => match[1] ?? '') };
        if (next.kind === 'subscription' && next.state === 'refused') held.delete(next.subscription);
        const { watch: after, effects } = reduceLineMonitor(watch, next, now);
        watch = after;
        take(effects);
      };
      step({ kind: 'start' });
      for (const what of story) {
        if (what.kind === 'seconds') now += what.count * 1000;
        const next = eventOf(watch, what);
        if (next) step(next);
      }
      if (!watch.over) step({ kind: 'stop' });
      expect([...held.values()]).toEqual([]);
    }),
    { numRuns: 3000 },
  );
});
