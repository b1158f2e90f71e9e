import { describe, expect, test } from 'vitest';
import { failure, type Result, success } from '../../../../src-main/base/result';
import type { LineEvent } from '../../../../src-main/contract/line-port';
import { Ringer } from '../../../../src-renderer/line/ringer/ringer';
import type { OutputContext, Playing, Sound, Sounds } from '../../../../src-renderer/line/ringer/sounds';
import { FakeClock, settled } from '../fake-clock';

class FakeOutput implements OutputContext {
  state: AudioContextState = 'running';
  wakes = true;
  runs = true;
  #time = 0;

  get currentTime(): number {
    if (this.runs && this.state === 'running') this.#time += 0.01;
    return this.#time;
  }

  suspend(): Promise<void> {
    this.state = 'suspended';
    return Promise.resolve();
  }

  readonly sinks: string[] = [];
  setSinkId(device: string): Promise<void> {
    this.sinks.push(device);
    return device === 'gone' ? Promise.reject(new Error('no such device')) : Promise.resolve();
  }

  resume(): Promise<void> {
    if (!this.wakes) return new Promise(() => {});
    this.state = 'running';
    return Promise.resolve();
  }
}

/** Sounds whose playings are written down, `wav>` when one starts and `wav.` when it is stopped. */
class FakeSounds implements Sounds {
  readonly context = new FakeOutput();

  constructor(readonly log: string[] = []) {}

  readonly loads: string[] = [];
  start: () => Promise<Result<undefined, string>> = () => Promise.resolve(success(undefined));

  load(wav: string): Promise<Result<Sound, string>> {
    this.loads.push(wav);
    if (wav === 'bad') return Promise.resolve(failure('the sound could not be decoded'));
    const play = (how: { readonly loop: boolean; readonly gain: number }): Playing => {
      this.log.push(`${wav}>${how.loop ? ' loop' : ''} ${how.gain}`);
      return { started: this.start(), stop: () => this.log.push(`${wav}.`) };
    };
    return Promise.resolve(success({ play, unload: () => this.log.push(`${wav} unloaded`) }));
  }
}

function story() {
  const sounds = new FakeSounds();
  const clock = new FakeClock();
  const events: LineEvent[] = [];
  const voice = new FakeSounds(sounds.log);
  const ringer = new Ringer({ ring: sounds, voice }, clock, (event) => events.push(event));
  const loop = (wav: string) => ({ wav, loopFrom: 0 });
  ringer.loadTones({ 'US/dial': loop('DIAL'), 'US/busy': loop('BUSY'), warble: loop('bad'), chirp: loop('CHIRP') });
  return { sounds, voice, clock, events, ringer };
}

const dial = { name: 'dial', sound: 'US/dial' } as const;
const busy = { name: 'busy', sound: 'US/busy' } as const;
const ring = { name: 'ring', sound: 'chirp' } as const;

describe('the alert', () => {
  test('that is loaded before is not loaded again, and is told when it has started', async () => {
    const { sounds, events, ringer } = story();
    ringer.loadAlert('TWINKLE');
    ringer.playAlert('one', 'TWINKLE', 0.5);
    ringer.playAlert('two', 'TWINKLE', 1);
    await settled();
    expect(sounds.loads.filter((wav) => wav === 'TWINKLE')).toHaveLength(1);
    expect(sounds.log).toEqual(['TWINKLE> 0.5', 'TWINKLE> 1']);
    expect(events).toEqual([
      { kind: 'alertStarted', alert: 'one' },
      { kind: 'alertStarted', alert: 'two' },
    ]);
  });

  test('that cannot be decoded fails with the cause as a sentence', async () => {
    const { events, ringer } = story();
    ringer.playAlert('one', 'bad', 1);
    await settled();
    expect(events).toEqual([{ kind: 'alertFailed', alert: 'one', cause: 'The sound could not be decoded.' }]);
  });

  test('wakes the output first', async () => {
    const { sounds, clock, events, ringer } = story();
    sounds.context.state = 'suspended';
    ringer.playAlert('one', 'TWINKLE', 1);
    await clock.pass(0);
    expect(events).toEqual([{ kind: 'alertStarted', alert: 'one' }]);
  });

  test.each([
    ['cannot be woken', { state: 'suspended', wakes: false }, 'The sound output is suspended.'],
    ['is closed', { state: 'closed', wakes: false }, 'The sound output is closed.'],
    ['stands still', { runs: false }, 'The sound output stands still.'],
  ] as const)('fails where the output %s, and is never played', async (_name, output, cause) => {
    const { sounds, clock, events, ringer } = story();
    Object.assign(sounds.context, output);
    ringer.playAlert('one', 'TWINKLE', 1);
    await clock.pass(2000);
    expect(events).toEqual([{ kind: 'alertFailed', alert: 'one', cause }]);
    expect(sounds.log).toEqual([]);
  });

  test('that starts while the output falls asleep has failed, whatever the library says', async () => {
    const { sounds, clock, events, ringer } = story();
    sounds.start = () => {
      sounds.context.runs = false;
      return Promise.resolve(success(undefined));
    };
    ringer.playAlert('one', 'TWINKLE', 1);
    await clock.pass(2000);
    expect(events).toEqual([{ kind: 'alertFailed', alert: 'one', cause: 'The sound output stands still.' }]);
    expect(sounds.log).toEqual(['TWINKLE> 1', 'TWINKLE.']);
  });

  test('that never says that it has started is stopped and told', async () => {
    const { sounds, clock, events, ringer } = story();
    sounds.start = () => new Promise(() => {});
    ringer.playAlert('one', 'TWINKLE', 1);
    await clock.pass(2000);
    expect(events).toEqual([{ kind: 'alertFailed', alert: 'one', cause: 'The sound did not start in time.' }]);
    expect(sounds.log).toEqual(['TWINKLE> 1', 'TWINKLE.']);
  });

  test('keeps two decoded, and lets the one go that was not used for longest', async () => {
    const { sounds, ringer } = story();
    for (const wav of ['A', 'B', 'A', 'C']) ringer.loadAlert(wav);
    await settled();
    expect([sounds.loads, sounds.log]).toEqual([['A', 'B', 'C'], ['B unloaded']]);
  });
});

describe('tones', () => {
  test('loop, each line its own, until they are stopped', async () => {
    const { sounds, events, ringer } = story();
    ringer.playTone('1001', dial, 0.3);
    ringer.playTone('1002', busy, 0.4);
    await settled();
    ringer.playTone('1001', null, 0.3);
    expect(sounds.log).toEqual(['DIAL> loop 0.3', 'BUSY> loop 0.4', 'DIAL.']);
    expect(events).toEqual([]);
  });

  test('that sound already go on undisturbed', async () => {
    const { sounds, ringer } = story();
    ringer.playTone('1001', dial, 0.3);
    await settled();
    ringer.playTone('1001', dial, 0.3);
    await settled();
    expect(sounds.log).toEqual(['DIAL> loop 0.3']);
  });

  test('that are stopped or replaced before they are ready never sound', async () => {
    const { sounds, ringer } = story();
    ringer.playTone('1001', dial, 1);
    ringer.playTone('1001', busy, 1);
    ringer.playTone('1002', dial, 1);
    ringer.playTone('1002', null, 1);
    await settled();
    expect(sounds.log).toEqual(['BUSY> loop 1']);
  });

  test('that are missing or broken are told', async () => {
    const { events, ringer } = story();
    ringer.playTone('1001', { name: 'reorder', sound: 'US/reorder' }, 1);
    ringer.playTone('1002', { name: 'ring', sound: 'warble' }, 1);
    await settled();
    expect(events).toEqual([
      { kind: 'toneFailed', line: '1001', cause: 'No tone of the name US/reorder was loaded.' },
      { kind: 'toneFailed', line: '1002', cause: 'The sound could not be decoded.' },
    ]);
  });
});

describe('the output', () => {
  test('goes to rest when nothing has sounded for a while, and each on its own', async () => {
    const { sounds, voice, clock, ringer } = story();
    ringer.playTone('1001', ring, 1);
    ringer.playTone('1002', dial, 1);
    await clock.pass(31_000);
    expect([sounds.context.state, voice.context.state]).toEqual(['running', 'running']);
    ringer.playTone('1002', null, 1);
    await clock.pass(31_000);
    expect([sounds.context.state, voice.context.state]).toEqual(['running', 'suspended']);
    ringer.playTone('1001', null, 1);
    await clock.pass(31_000);
    expect([sounds.context.state, voice.context.state]).toEqual(['suspended', 'suspended']);
    ringer.playAlert('one', 'TWINKLE', 1);
    await clock.pass(0);
    expect(sounds.context.state).toBe('running');
    await clock.pass(31_000);
    expect(sounds.context.state).toBe('suspended');
  });

  test('that stands still after the machine has slept is opened anew, and the ring is heard', async () => {
    const { sounds, clock, events, ringer } = story();
    sounds.context.runs = false;
    const { suspend } = sounds.context;
    sounds.context.suspend = () => {
      sounds.context.runs = true;
      return suspend.call(sounds.context);
    };
    ringer.playTone('1001', ring, 1);
    await clock.pass(1000);
    expect([sounds.log, events]).toEqual([['CHIRP> loop 1'], []]);
  });

  test('is the one that was chosen, the ring apart from the voice, and is opened only when it is needed', async () => {
    const { sounds, voice, events, ringer } = story();
    sounds.context.state = 'suspended';
    voice.context.state = 'suspended';
    ringer.chooseOutputs({ ringOutput: 'loudspeaker', voiceOutput: 'headset' });
    await settled();
    expect([sounds.context.sinks, voice.context.sinks]).toEqual([[], []]);
    ringer.playTone('1001', ring, 1);
    ringer.playTone('1002', dial, 1);
    await settled();
    ringer.playTone('1001', null, 1);
    ringer.playTone('1001', ring, 1);
    await settled();
    expect([sounds.context.sinks, voice.context.sinks]).toEqual([['loudspeaker'], ['headset']]);
    expect([sounds.log, events]).toEqual([['CHIRP> loop 1', 'DIAL> loop 1', 'CHIRP.', 'CHIRP> loop 1'], []]);
  });

  test('that is gone is told once, and the ring comes from the system’s own, until the device is there again', async () => {
    const { sounds, events, ringer } = story();
    ringer.chooseOutputs({ ringOutput: 'gone', voiceOutput: '' });
    await settled();
    for (const alert of ['one', 'two']) {
      ringer.playAlert(alert, 'TWINKLE', 1);
      await settled();
    }
    expect(events).toEqual([
      { kind: 'outputLost', output: 'ring', cause: 'Error: no such device.' },
      { kind: 'alertStarted', alert: 'one' },
      { kind: 'alertStarted', alert: 'two' },
    ]);
    expect(sounds.context.sinks).toEqual(['gone', '']);
    ringer.devicesAre(['other', 'gone']);
    await settled();
    expect(sounds.context.sinks).toEqual(['gone', '', 'gone', '']);
  });
});
