import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { HandlerEffect, HandlerEvent } from '../../../../src-main/cef/call-back-handler/events';
import { emptyHandler, requestsOf } from '../../../../src-main/cef/call-back-handler/handler-state';
import { reduceHandler } from '../../../../src-main/cef/call-back-handler/reduce';
import { holdsLines } from '../../../../src-main/cef/call-back-handler/request';
import { DEFAULT_PARAMETERS } from '../../../../src-main/contract/service-parameters';
import { deviceOf, NO_FEATURES } from './handler-driver';

const number = fc.constantFrom('1001', '1002', '1003', '1004');
const device = number.map(deviceOf);
const found = { kind: 'found', features: NO_FEATURES } as const;

const event: fc.Arbitrary<HandlerEvent> = fc.oneof(
  fc
    .record({
      calling: number,
      number,
      outcome: fc.constantFrom('busy' as const, 'noReply' as const, 'unreachable' as const),
    })
    .map(({ calling, ...called }): HandlerEvent => {
      const party = { ...called, destination: found };
      return { kind: 'callBackPressed', device: deviceOf(calling), calling, called: party };
    }),
  number.map(
    (calling): HandlerEvent => ({ kind: 'callBackPressed', device: deviceOf(calling), calling, called: null }),
  ),
  fc.record({
    kind: fc.constant('lineStatus' as const),
    number,
    status: fc.constantFrom('offline' as const, 'onHook' as const, 'ringing' as const, 'offHook' as const),
  }),
  fc.record({
    kind: fc.constant('userData' as const),
    device,
    transaction: fc.integer({ min: 1, max: 6 }),
    data: fc.constantFrom('Dial', 'Cancel', 'OK', 'More', 'Next', 'CancelAll', 'nonsense'),
  }),
  fc.record({ kind: fc.constant('callConnected' as const), device, number }),
  fc.record({ kind: fc.constant('callFailed' as const), device, number, status: fc.constantFrom(486, 480, 487, 404) }),
  device.map((at): HandlerEvent => ({ kind: 'servicesPressed', device: at })),
  fc.constantFrom<HandlerEvent>({ kind: 'linkLost' }, { kind: 'linkOpened' }, { kind: 'tick' }, { kind: 'tick' }),
);

const parameters = fc.record({
  idleGuard: fc.constantFrom(0, 3, 15),
  requestsPerPhone: fc.constantFrom(1, 1, 2, 3),
  keepOnReset: fc.boolean(),
});

/** What the other side of the link has open, and what it has reported of it, kept from the effects and events alone. */
class OtherSide {
  readonly lines = new Map<string, string>();
  readonly devices = new Set<string>();
  readonly followed = new Set<string>();

  /** Asserts that nothing is asked for that the link would refuse. */
  obey(effect: HandlerEffect): void {
    switch (effect.kind) {
      case 'openLine':
        this.lines.set(effect.number, 'unknown');
        break;
      case 'closeLine':
        expect(this.lines.delete(effect.number), `${effect.number} is closed once`).toBe(true);
        break;
      case 'openDevice':
        this.devices.add(effect.device);
        break;
      case 'closeDevice':
        expect(this.devices.delete(effect.device), `${effect.device} is closed once`).toBe(true);
        break;
      case 'showScreen':
      case 'closeScreen':
      case 'tell':
      case 'alert':
        expect(this.devices.has(effect.device), `${effect.device} is open for ${effect.kind}`).toBe(true);
        break;
      case 'follow':
        this.followed.add(effect.device);
        break;
      case 'unfollow':
        this.followed.delete(effect.device);
        break;
      default:
    }
  }
}

test('whatever happens in whatever order, the handler keeps its promises', () => {
  fc.assert(
    fc.property(
      parameters,
      fc.array(fc.record({ event, pause: fc.oneof(fc.nat(5000), fc.nat(600_000)) }), { maxLength: 60 }),
      (chosen, story) => {
        let state = emptyHandler({ ...DEFAULT_PARAMETERS, ...chosen });
        let now = 0;
        const other = new OtherSide();
        for (const { event: happened, pause } of story) {
          now += pause;
          if (happened.kind === 'linkLost') {
            for (const line of other.lines.keys()) other.lines.set(line, 'unknown');
          }
          if (happened.kind === 'lineStatus' && other.lines.has(happened.number)) {
            other.lines.set(happened.number, happened.status);
          }
          const before = state.requests.values();
          const { state: after, effects } = reduceHandler(state, happened, now);
          const statusBefore = new Map(other.lines);
          for (const effect of effects) other.obey(effect);

          // No notification unless both lines are on hook by their last report.
          for (const effect of effects) {
            if (effect.kind !== 'showScreen' || effect.screen.id !== 'available') continue;
            const { xxxx } = effect.screen;
            const request = requestsOf(after, effect.device).find(({ called }) => called === xxxx);
            const isNews = before.every((one) => one.transaction !== request?.transaction || holdsLines(one));
            if (!isNews) continue;
            expect([statusBefore.get(xxxx), statusBefore.get(request?.calling ?? '')]).toEqual(['onHook', 'onHook']);
          }
          // "The calling phone can have only one active Call Back request", or as many as the cluster allows.
          for (const at of after.phones.keys())
            expect(requestsOf(after, at).length).toBeLessThanOrEqual(chosen.requestsPerPhone);
          // No request vanishes without a told end.
          const ended = effects.flatMap((effect) => (effect.kind === 'ended' ? [effect.request.transaction] : []));
          const left = new Set(after.requests.values().map(({ transaction }) => transaction));
          const gone = before.filter(({ transaction }) => !left.has(transaction));
          expect(ended.sort()).toEqual(gone.map(({ transaction }) => transaction).sort());
          // No line and no phone stays open with no request on it; every request has what it needs.
          const holding = after.requests.values().filter(holdsLines);
          expect(new Set(other.lines.keys())).toEqual(
            new Set(holding.flatMap(({ calling, called }) => [calling, called])),
          );
          expect(other.devices).toEqual(new Set(holding.map(({ device: at }) => at)));
          expect(other.followed).toEqual(new Set(after.requests.values().map(({ device: at }) => at)));
          state = after;
        }
      },
    ),
    { numRuns: 10_000 },
  );
}, 120_000);
