/**
 * How many line events a second the Call Back Handler takes, and whether one event costs the same among few and many
 * pending requests. Run with: npm run bench:handler
 */
import { emptyHandler } from '../../src-main/cef/call-back-handler/handler-state';
import { reduceHandler } from '../../src-main/cef/call-back-handler/reduce';

const EVENTS = 400_000;

function pending(count: number) {
  let state = emptyHandler();
  for (let index = 0; index < count; index++) {
    const called = {
      number: `b${index}`,
      outcome: 'busy',
      destination: { kind: 'found', features: features },
    } as const;
    state = reduceHandler(
      state,
      { kind: 'callBackPressed', device: `d${index}`, calling: `a${index}`, called },
      0,
    ).state;
  }
  return state;
}

const features = { callWaiting: false, forwardAll: null, forwardBusy: null, forwardNoAnswer: null };

/** The called lines go off hook and ring in turn: every event is a new status, and none ends a request. */
function eventsPerSecond(count: number): number {
  let state = pending(count);
  const numbers = Array.from({ length: count }, (_, index) => `b${index}`);
  const run = (events: number): number => {
    const started = performance.now();
    for (let event = 0; event < events; event++) {
      const number = numbers[(event * 7919) % count] ?? '';
      const status = Math.floor(event / count) % 2 === 0 ? 'offHook' : 'ringing';
      state = reduceHandler(state, { kind: 'lineStatus', number, status }, event).state;
    }
    return (events / (performance.now() - started)) * 1000;
  };
  run(EVENTS / 4);
  return Math.max(run(EVENTS), run(EVENTS), run(EVENTS));
}

for (const count of [1, 100, 10_000, 100_000])
  console.log(
    `${count} pending requests: ${Math.round(eventsPerSecond(count)).toLocaleString('en')} line events a second`,
  );
