import { expect, test } from 'vitest';
import { VoiceDevices } from '../../../src-renderer/line/voice-devices';
import { settled } from './fake-clock';

/** An audio element of a machine that has these outputs. */
class FakeAudio {
  sinkId = '';
  readonly #outputs: readonly string[];

  constructor(outputs: readonly string[]) {
    this.#outputs = outputs;
  }

  async setSinkId(device: string): Promise<void> {
    if (device !== '' && !this.#outputs.includes(device)) throw new Error('Requested device not found');
    this.sinkId = device;
  }
}

function machine(...outputs: string[]) {
  const asked: (MediaStreamConstraints | undefined)[] = [];
  const lost: string[] = [];
  const devices = new VoiceDevices(
    {
      getUserMedia: async (constraints) => {
        asked.push(constraints);
        return {} as MediaStream;
      },
    },
    () => new FakeAudio(outputs) as unknown as HTMLAudioElement,
    (cause) => lost.push(cause),
  );
  const heardAt = async (...calls: readonly HTMLAudioElement[]) => {
    await settled();
    return calls.map(({ sinkId }) => sinkId);
  };
  return { devices, outputs, asked, lost, heardAt };
}

test('a call that stands and the next one are heard where the user has chosen, and again where the system chooses', async () => {
  const { devices, lost, heardAt } = machine('headset');
  const first = devices.createAudio();
  devices.choose({ microphone: '', voiceOutput: 'headset' });
  const second = devices.createAudio();
  expect(await heardAt(first, second)).toEqual(['headset', 'headset']);
  devices.choose({ microphone: '', voiceOutput: '' });
  expect([await heardAt(first, second), lost]).toEqual([['', ''], []]);
});

test('an output that is not there is told once, whatever calls there are, and calls are heard all the same', async () => {
  const { devices, lost, heardAt } = machine('headset');
  const calls = [devices.createAudio(), devices.createAudio()];
  devices.choose({ microphone: '', voiceOutput: 'gone' });
  expect([await heardAt(...calls, devices.createAudio()), lost]).toEqual([
    ['', '', ''],
    ['Error: Requested device not found.'],
  ]);
});

test('an output that is pulled out leaves its calls to the system, and takes them back when it is there again', async () => {
  const { devices, outputs, lost, heardAt } = machine('headset', 'speakers');
  const call = devices.createAudio();
  devices.devicesAre(['headset', 'speakers']);
  devices.choose({ microphone: '', voiceOutput: 'headset' });
  expect(await heardAt(call)).toEqual(['headset']);
  outputs.splice(0, 1);
  devices.devicesAre(['speakers']);
  expect(await heardAt(call)).toEqual(['']);
  outputs.push('headset');
  devices.devicesAre([]);
  devices.devicesAre(['speakers', 'headset']);
  expect([await heardAt(call), lost]).toEqual([['headset'], ['The device is not there.']]);
});

test('the microphone is the chosen one where it is there; nothing is asked for before a call needs it', async () => {
  const { devices, asked } = machine();
  devices.choose({ microphone: 'headset', voiceOutput: '' });
  expect(asked).toEqual([]);
  await devices.openMicrophone();
  devices.choose({ microphone: '', voiceOutput: '' });
  await devices.openMicrophone();
  expect(asked).toEqual([
    { audio: { deviceId: { ideal: 'headset' } }, video: false },
    { audio: true, video: false },
  ]);
});
