import { expect, test } from 'vitest';
import { Silence, type SilenceContext } from '../../../src-renderer/line/silence';

/** Writes down what becomes of it, and of its destinations: "resume", "begin 1", "end 1", "suspend". */
function writtenDown() {
  const log: string[] = [];
  let made = 0;
  const context = (): SilenceContext => {
    log.push('new context');
    const offset = { value: 1 };
    return {
      resume: async () => void log.push('resume'),
      suspend: async () => void log.push('suspend'),
      createConstantSource: () =>
        ({
          offset,
          start: () => log.push(`constant ${offset.value}`),
          connect: (to: { number: number }) => log.push(`begin ${to.number}`),
          disconnect: (from: { number: number }) => log.push(`end ${from.number}`),
        }) as unknown as ConstantSourceNode,
      createMediaStreamDestination: () => {
        made += 1;
        const number = made;
        const tracks = [{ stop: () => log.push(`stop ${number}`) }];
        return { number, stream: { getTracks: () => tracks } } as unknown as MediaStreamAudioDestinationNode;
      },
    };
  };
  return { log, silence: new Silence(context) };
}

test('one context serves all calls, and rests while there is none', () => {
  const { log, silence } = writtenDown();
  const first = silence.open();
  const second = silence.open();
  first.close();
  first.close();
  second.close();
  silence.open();
  expect(log).toEqual([
    'new context',
    'constant 0',
    'resume',
    'begin 1',
    'begin 2',
    'stop 1',
    'end 1',
    'stop 2',
    'end 2',
    'suspend',
    'resume',
    'begin 3',
  ]);
});
