import type { PhoneCall, PhoneStatus } from '../../phone/phone-status';

/** One Call Back of a phone of this desk. */
export interface ActiveCallBack {
  /** The phone that waits, and its number. */
  readonly device: string;
  readonly calling: string;
  readonly called: string;
  /** Since when the called number may be dialled, in milliseconds since the epoch; null = it is being watched. */
  readonly availableSince: number | null;
}

/** A call that nobody took, and that nobody has seen yet. */
export interface MissedCall {
  readonly device: string;
  /** Its own number, e.g. "1001". */
  readonly number: string;
  /** e.g. "Bob (1002)"; empty where the caller kept it back. */
  readonly party: string;
  /** When it began to ring, in milliseconds since the epoch. */
  readonly at: number;
}

/** The whole desk at one moment: what tray, notifications and power saving go by. */
export interface DeskView {
  readonly phones: readonly PhoneStatus[];
  readonly callBacks: readonly ActiveCallBack[];
  readonly missed: readonly MissedCall[];
}

const TRAY_STATES = ['call', 'available', 'offline', 'waiting', 'idle'] as const;
/**
 * What the icon says, of several things the most urgent.
 *
 * - `call`       a phone rings or somebody talks
 * - `available`  a number that was waited for may be dialled
 * - `offline`    no phone can be reached
 * - `waiting`    a Call Back is active
 */
export type TrayState = (typeof TRAY_STATES)[number];

export function trayStateOf({ phones, callBacks }: DeskView): TrayState {
  if (phones.some(({ calls }) => calls.length > 0)) return 'call';
  if (callBacks.some(isAvailable)) return 'available';
  if (!phones.some(({ registered }) => registered)) return 'offline';
  return callBacks.length > 0 ? 'waiting' : 'idle';
}

export const isAvailable = ({ availableSince }: ActiveCallBack): boolean => availableSince !== null;

export const inPhase = ({ calls }: PhoneStatus, ...phases: readonly PhoneCall['phase'][]): PhoneCall | undefined =>
  calls.find(({ phase }) => phases.includes(phase));

/** Something is being said or about to be: the machine must not fall asleep over it. */
export const isInCall = ({ phones }: DeskView): boolean => phones.some(({ calls }) => calls.length > 0);

export const countOf = (count: number, one: string, several = `${one}s`): string =>
  `${count} ${count === 1 ? one : several}`;
