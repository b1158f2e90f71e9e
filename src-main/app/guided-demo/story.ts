import type { PhoneStatus } from '../../phone/phone-status';
import { type DeskView, inPhase } from '../desktop/desk-view';

/** The three phones of the story, as the chapter's figures have them: A and C call B. */
export type Role = 'a' | 'b' | 'c';
export type Cast = Readonly<Record<Role, PhoneStatus>>;

/** One key, by what it means, or a whole number key by key. */
export type Act =
  | { readonly who: Role; readonly key: 'NewCall' | 'CallBack' | 'Exit' | 'EndCall' | 'Dial' | 'Answer' }
  | { readonly who: Role; readonly dials: Role };

/** The desk at the moment, with the phones by their roles. */
export interface Scene {
  readonly cast: Cast;
  readonly callBacks: DeskView['callBacks'];
}

export interface Step {
  /** `{a}`, `{b}`, `{c}` stand for the names of the three. */
  readonly caption: string;
  readonly acts: readonly Act[];
  /** What must be so before the story goes on. */
  until(scene: Scene): boolean;
}

const waits = ({ cast, callBacks }: Scene, who: Role): boolean =>
  callBacks.some(({ device }) => device === cast[who].name);
const mayDial = ({ cast, callBacks }: Scene, who: Role): boolean =>
  callBacks.some(({ device, availableSince }) => device === cast[who].name && availableSince !== null);
const rings = ({ cast }: Scene, who: Role): boolean => inPhase(cast[who], 'ringIn') !== undefined;
const talks = ({ cast }: Scene, who: Role): boolean => inPhase(cast[who], 'connected') !== undefined;
export const isIdle = ({ calls, offHook, failed, screen, menu }: PhoneStatus): boolean =>
  calls.length === 0 && !offHook && !failed && !screen && !menu;

/** "Cisco Call Back": the chapter's own story, with a second caller who waits for the same number. */
export const STORY: readonly Step[] = [
  {
    caption: '{b} lifts the handset: the line is in use.',
    acts: [{ who: 'b', key: 'NewCall' }],
    until: ({ cast }) => cast.b.offHook,
  },
  {
    caption: '{a} calls {b}, and hears the busy tone.',
    acts: [
      { who: 'a', key: 'NewCall' },
      { who: 'a', dials: 'b' },
    ],
    until: ({ cast }) => cast.a.failed,
  },
  {
    caption: '{a} presses CallBack. From now on the Call Back service watches the line of {b}.',
    acts: [{ who: 'a', key: 'CallBack' }],
    until: (scene) => waits(scene, 'a') && scene.cast.a.screen,
  },
  {
    caption: '{a} presses Exit, and does something else. The Call Back stays active.',
    acts: [{ who: 'a', key: 'Exit' }],
    until: ({ cast }) => isIdle(cast.a),
  },
  {
    caption: '{c} calls {b} too: busy.',
    acts: [
      { who: 'c', key: 'NewCall' },
      { who: 'c', dials: 'b' },
    ],
    until: ({ cast }) => cast.c.failed,
  },
  {
    caption: '{c} presses CallBack as well: several phones may wait for one.',
    acts: [{ who: 'c', key: 'CallBack' }],
    until: (scene) => waits(scene, 'c') && scene.cast.c.screen,
  },
  {
    caption:
      '{b} hangs up. After a few seconds, which are left to {b} to dial first, both phones play the twinkle and say that {b} is available.',
    acts: [{ who: 'b', key: 'EndCall' }],
    until: (scene) => mayDial(scene, 'a') && mayDial(scene, 'c'),
  },
  {
    caption: 'The first to dial is connected. {c} presses Dial, and {b} answers.',
    acts: [{ who: 'c', key: 'Dial' }],
    until: (scene) => rings(scene, 'b'),
  },
  {
    caption: '{b} and {c} talk. The Call Back of {c} has done its work, and is over.',
    acts: [{ who: 'b', key: 'Answer' }],
    until: (scene) => talks(scene, 'b') && talks(scene, 'c') && !waits(scene, 'c'),
  },
  {
    caption: '{a} presses Dial too, a moment too late: busy. Nothing is lost by it, the Call Back stays active.',
    acts: [{ who: 'a', key: 'Dial' }],
    until: (scene) => scene.cast.a.failed && waits(scene, 'a') && !mayDial(scene, 'a'),
  },
  {
    caption: '{a} hangs up, and so do {b} and {c}. Once {b} is free for a while, {a} is told again.',
    acts: [
      { who: 'a', key: 'EndCall' },
      { who: 'c', key: 'EndCall' },
    ],
    until: (scene) => mayDial(scene, 'a') && scene.cast.a.screen,
  },
  {
    caption: 'Now {a} presses Dial, and the phone of {b} rings.',
    acts: [{ who: 'a', key: 'Dial' }],
    until: (scene) => rings(scene, 'b'),
  },
  {
    caption: '{b} answers: {a} and {b} talk, and no Call Back is left.',
    acts: [{ who: 'b', key: 'Answer' }],
    until: (scene) => talks(scene, 'a') && talks(scene, 'b') && !waits(scene, 'a'),
  },
  {
    caption: 'They hang up. That was Cisco Call Back.',
    acts: [{ who: 'a', key: 'EndCall' }],
    until: ({ cast }) => isIdle(cast.a) && isIdle(cast.b) && isIdle(cast.c),
  },
];

export const captionOf = ({ caption }: Step, cast: Cast): string =>
  caption.replace(/\{([abc])\}/g, (_whole, role: Role) => `${cast[role].displayName} (${cast[role].number})`);
