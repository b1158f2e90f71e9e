import { expect, test } from 'vitest';
import { TIMEOUT_MS } from './line-page';
import { LineStage } from './line-stage';

const stage = new LineStage({ microphone: true });

declare global {
  interface Window {
    voices: HTMLAudioElement[];
    wanted: (MediaStreamConstraints | undefined)[];
  }
}

/** Runs in the page, before its own script: what calls are heard with, and what they ask the browser for. */
function watchDevices(): void {
  window.voices = [];
  window.wanted = [];
  const RealAudio = window.Audio;
  Object.assign(window, {
    Audio: class {
      constructor() {
        const audio = new RealAudio();
        window.voices.push(audio);
        // biome-ignore lint/correctness/noConstructorReturn: the page is to have the element itself
        return audio;
      }
    },
  });
  const { mediaDevices } = navigator;
  const real = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = (constraints) => {
    window.wanted.push(constraints);
    return real(constraints);
  };
}

test('a call is heard where the user has chosen and spoken into what was chosen; nothing is asked for before', async () => {
  const page = await stage.open(watchDevices);
  await stage.register(page, '1001', '1002');
  await page.send({ kind: 'listDevices' });
  const told = await page.until({ kind: 'devices' });
  if (told.kind !== 'devices') throw new Error('unreachable');
  const [output, microphone] = [told.outputs.at(-1)?.id ?? '', told.microphones.at(-1)?.id ?? ''];
  expect([output, microphone]).not.toContain('');
  await page.send({ kind: 'chooseDevices', microphone, voiceOutput: output, ringOutput: '' });
  expect(await page.page.evaluate(() => window.wanted)).toEqual([]);

  await page.send({ kind: 'invite', line: '1001', call: 'out', target: '1002' });
  const incoming = await page.until({ kind: 'incoming', line: '1002' });
  if (incoming.kind !== 'incoming') throw new Error('unreachable');
  await page.send({ kind: 'answer', line: '1002', call: incoming.call });
  await page.until({ kind: 'connected', line: '1001', call: 'out' });
  // howler tries elements of its own for what the browser can play.
  const heardAt = (): Promise<readonly string[]> =>
    page.page.evaluate(() => window.voices.filter(({ srcObject }) => srcObject).map(({ sinkId }) => sinkId));
  await expect.poll(heardAt, { timeout: TIMEOUT_MS }).toEqual([output, output]);
  expect(await page.page.evaluate(() => window.wanted)).toEqual(
    Array.from({ length: 2 }, () => ({ audio: { deviceId: { ideal: microphone } }, video: false })),
  );

  await page.send({ kind: 'chooseDevices', microphone: '', voiceOutput: 'unplugged', ringOutput: '' });
  await page.until({ kind: 'outputLost', output: 'voice' });
  await expect.poll(heardAt, { timeout: TIMEOUT_MS }).toEqual(['', '']);
  expect([page.of('ended'), page.troubles]).toEqual([[], []]);
  await page.close();
});
