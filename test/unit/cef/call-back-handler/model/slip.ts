import type { LineStatus } from '../../../../../src-main/contract/line-status';

export type Status = LineStatus | 'unknown';

/** A request, as it stands on paper. */
export interface Slip {
  readonly calling: string;
  readonly called: string;
  /** Milliseconds. */
  readonly until: number;
  /** What must be seen on the slip before "on hook" means that somebody is there. */
  proof: 'none' | 'a lifted handset' | 'unless it looks idle now';
  /** Every report of the called line since the watch began, the latest last. */
  heard: { readonly status: Status; readonly at: number }[];
  /** The called line is free, and the caller is on a call. */
  isMissing: boolean;
  /** When that was so for the last time, in milliseconds; null = never. */
  missedAt: number | null;
  /** The caller has been told; null = it waits. */
  offer: { readonly since: number; dialled: boolean } | null;
}

/** Times in milliseconds. */
export interface Rules {
  readonly guard: number;
  readonly slipsPerPhone: number;
  readonly keepsOnReset: boolean;
  readonly busyDuration: number;
  readonly noReplyDuration: number;
}

export const slipFor = (slips: readonly Slip[], calling: string, called: string): Slip | undefined =>
  slips.find((slip) => slip.calling === calling && slip.called === called);

export const hasRoom = ({ slipsPerPhone }: Rules, slips: number): boolean => slips < slipsPerPhone;
