import type { ServerReport, ServiceCounters } from '../../src-main/contract/serviceability';

/** "active", or which backup it is. */
export function roleOf({ state, registered, active, place }: ServerReport): string {
  if (state === 'deactivated') return 'deactivated';
  if (!registered) return 'not registered at CTIManager';
  if (active) return state === 'silent' ? 'active, and answers nothing' : 'active';
  return place === 0 ? 'about to become active' : `backup ${place}`;
}

/** What is counted, in the order of the page. */
export const COUNTERS: readonly (readonly [Exclude<keyof ServiceCounters, 'since'>, string])[] = [
  ['activated', 'Activated'],
  ['notified', 'Told that the line is free'],
  ['dialled', 'Dialled'],
  ['connected', 'Ended: connected'],
  ['cancelled', 'Ended: cancelled'],
  ['replaced', 'Ended: replaced'],
  ['expired', 'Ended: time over'],
  ['refused', 'Ended: refused'],
  ['phoneReset', 'Ended: phone reset'],
  ['phoneRemoved', 'Ended: phone removed'],
];

/** In the words of the machine's own language, to the second. */
export const timeOf = (at: number): string => new Date(at).toLocaleString();
