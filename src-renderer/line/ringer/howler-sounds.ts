import { Howl, Howler } from 'howler';
import { failure, type Result, success } from '../../../src-main/base/result';
import type { OutputContext, Playing, Sound, Sounds } from './sounds';

const addressOf = (wav: string): string => `data:audio/wav;base64,${wav}`;

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** howler, with what it gets wrong put right. Nothing else of the app knows it. */
export class HowlerSounds implements Sounds {
  constructor() {
    // Falls asleep whoever is about to play, and costs that its beginning, at worst the whole of it. See Output.
    Howler.autoSuspend = false;
    // Meant for phones; at any sample rate but 44.1 kHz it throws away the context and every loaded sound.
    Howler.autoUnlock = false;
  }

  get context(): OutputContext | null {
    return Howler.usingWebAudio ? (Howler.ctx ?? null) : null;
  }

  load(wav: string): Promise<Result<Sound, string>> {
    // howler's constructor throws on anything else, and keeps the broken sound in its list.
    if (!BASE64.test(wav)) return Promise.resolve(failure('the sound is not a WAV file in base64'));
    // Asking for the volume makes howler create its context: with the first sound that is loaded, not when an alert is due,
    // and not before, since it starts a process of Chromium's while the lines are still to be registered.
    Howler.volume();
    return new Promise((resolve) => {
      const howl: Howl = new Howl({
        src: [addressOf(wav)],
        format: ['wav'],
        onload: () => resolve(loaded(howl, wav)),
        onloaderror: () => {
          howl.unload();
          resolve(failure('the sound could not be decoded as a WAV file'));
        },
      });
    });
  }
}

function loaded(howl: Howl, wav: string): Result<Sound, string> {
  // howler ends a sound of no length without ever having begun it, and without an event.
  if (howl.duration() === 0) {
    howl.unload();
    return failure('the sound has no samples');
  }
  return success({
    play: ({ loop, gain }) => play(wav, loop, gain),
    unload: () => howl.unload(),
  });
}

/** A Howl of its own for each playing, made from the decoded samples that howler keeps by address. */
function play(wav: string, loop: boolean, gain: number): Playing {
  let stopped = false;
  let howl: Howl | null = null;
  const stop = (): void => {
    if (stopped) return;
    stopped = true;
    howl?.unload();
  };
  const started = new Promise<Result<undefined, string>>((resolve) => {
    const failed = (_id: number, error: unknown): void => {
      stop();
      resolve(failure(`the sound could not be played: ${String(error)}`));
    };
    howl = new Howl({
      src: [addressOf(wav)],
      format: ['wav'],
      loop,
      volume: gain,
      onplay: () => resolve(success(undefined)),
      onplayerror: failed,
      onloaderror: failed,
      onend: () => {
        if (!loop) stop();
      },
    });
    howl.play();
  });
  return { started, stop };
}
