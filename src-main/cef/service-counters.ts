import type { ServiceCounters } from '../contract/serviceability';
import type { HandlerEffect } from './call-back-handler/events';

export const noCounters = (since: number): ServiceCounters => ({
  since,
  activated: 0,
  notified: 0,
  dialled: 0,
  connected: 0,
  cancelled: 0,
  replaced: 0,
  expired: 0,
  refused: 0,
  phoneReset: 0,
  phoneRemoved: 0,
});

/** @param lastTransaction of the requests that there were before */
export function counted(
  counters: ServiceCounters,
  effects: readonly HandlerEffect[],
  lastTransaction: number,
): ServiceCounters {
  let after = counters;
  let latest = lastTransaction;
  const count = (name: Exclude<keyof ServiceCounters, 'since'>): void => {
    after = { ...after, [name]: after[name] + 1 };
  };
  for (const effect of effects) {
    if (effect.kind === 'alert') count('notified');
    else if (effect.kind === 'dial') count('dialled');
    else if (effect.kind === 'ended') count(effect.end);
    else if (effect.kind === 'save' && effect.request.transaction > latest) {
      latest = effect.request.transaction;
      count('activated');
    }
  }
  return after;
}
