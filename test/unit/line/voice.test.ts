import { expect, test } from 'vitest';
import { Voice } from '../../../src-renderer/line/voice';
import { FakeClock, settled } from './fake-clock';

/** A voice on a peer connection that carries digits when the test says so. */
function story() {
  const sent: string[] = [];
  const far = { holdsUs: false };
  const clock = new FakeClock();
  const peerConnection = Object.assign(new EventTarget(), {
    getTransceivers: () => [{ sender: { replaceTrack: () => Promise.resolve() } }],
  });
  const handler = {
    remoteMediaStream: {},
    peerConnection,
    sendDtmf: (digit: string) => !far.holdsUs && sent.push(digit) > 0,
    close: () => {},
  };
  const audio = () => ({}) as HTMLAudioElement;
  const sources = { open: () => Promise.reject(new Error('no microphone')), openQuiet: () => neverOpened() };
  const voice = new Voice(sources, audio, clock, { muted: false, gain: 1 }, () => {});
  voice.attach(handler as unknown as Parameters<Voice['attach']>[0]);
  const farHolds = (holds: boolean): void => {
    far.holdsUs = holds;
    peerConnection.dispatchEvent(new Event('signalingstatechange'));
  };
  return { voice, sent, clock, farHolds };
}

function neverOpened(): never {
  throw new Error('nobody speaks in these stories');
}

test('digits that are pressed while we take the call back are sent when it is back, in their order', async () => {
  const { voice, sent, clock } = story();
  voice.setHeld(true);
  voice.sendDigit('1');
  voice.sendDigit('2');
  // A far end may ask for ten seconds before the next try.
  await clock.pass(11_000);
  expect(sent).toEqual([]);
  voice.setHeld(false);
  await settled();
  voice.sendDigit('3');
  expect(sent).toEqual(['1', '2', '3']);
});

test('digits of a call that stays on hold are never sent', async () => {
  const { voice, sent } = story();
  voice.setHeld(true);
  voice.sendDigit('1');
  voice.setHeld(true);
  voice.setHeld(false);
  await settled();
  expect(sent).toEqual([]);
});

test('a digit that is pressed a moment before the far end takes us back is sent then; one of long ago is not', async () => {
  const { voice, sent, clock, farHolds } = story();
  farHolds(true);
  voice.sendDigit('1');
  await clock.pass(4000);
  voice.sendDigit('2');
  await clock.pass(1001);
  farHolds(false);
  expect(sent).toEqual(['2']);
});

test('digits that wait are dropped when the call ends', async () => {
  const { voice, sent, farHolds } = story();
  farHolds(true);
  voice.sendDigit('1');
  voice.close();
  farHolds(false);
  expect(sent).toEqual([]);
});
