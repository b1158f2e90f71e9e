import { EmitterImpl, type Session, SessionState } from 'sip.js';
import { expect, test } from 'vitest';
import { Leaving } from '../../../../src-renderer/line/transfer/leaving';
import { FakeClock } from '../fake-clock';

function story(state = SessionState.Establishing) {
  const clock = new FakeClock();
  const leaving = new Leaving(clock);
  const stateChange = new EmitterImpl<SessionState>();
  const seen: string[] = [];
  leaving.add({ state, stateChange } as unknown as Session);
  return { clock, leaving, seen, gone: () => stateChange.emit(SessionState.Terminated), act: () => seen.push('sent') };
}

test('whoever is sent to a phone that we have rung waits until the server has let go of our call', async () => {
  const { clock, leaving, seen, gone, act } = story();
  leaving.whenGone(act);
  await clock.pass(300);
  gone();
  await clock.pass(399);
  expect(seen).toEqual([]);
  await clock.pass(1);
  expect(seen).toEqual(['sent']);
});

test('a server that never lets go is not waited for for ever', async () => {
  const { clock, leaving, seen, act } = story();
  leaving.whenGone(act);
  await clock.pass(5000);
  expect(seen).toEqual(['sent']);
});

test('where nothing is on its way out nobody waits, nor for a call that stood', () => {
  const { leaving, seen, act } = story(SessionState.Established);
  leaving.whenGone(act);
  expect(seen).toEqual(['sent']);
});
