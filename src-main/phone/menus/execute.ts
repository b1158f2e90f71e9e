import { parseInternalUri } from '../../xsi/objects/internal-uri';
import type { CiscoIPPhoneExecute, ExecuteItem } from '../../xsi/objects/xsi-object';
import { andThen, isIdle, type PhoneState, type Step, step } from '../phone-state';
import { type Arrival, pressServicesKey } from '../services';
import { follow } from './act';
import { request } from './service';

/**
 * The items of an Execute, one after the other. One that nobody has asked for, because it takes the place of a page by
 * itself, may do as little as the time of a page (see obeyRefresh).
 */
export const executeAll = (state: PhoneState, { items }: CiscoIPPhoneExecute, arrival: Arrival, now: number): Step =>
  items.reduce<Step>((before, item) => andThen(before, (next) => execute(next, item, arrival, now)), step(state));

function execute(state: PhoneState, { url, priority }: ExecuteItem, arrival: Arrival, now: number): Step {
  const uri = parseInternalUri(url);
  switch (uri.kind) {
    case 'Play':
    case 'Init':
      return pressServicesKey(state, url, now);
    case 'Key':
      return arrival.replaces ? step(state) : pressServicesKey(state, url, now);
    // "SoftKey: … in MenuItem/SoftKeyItem only, never in Execute"; nor are answers to an application anything but its user's.
    case 'SoftKey':
    case 'UserCallData':
    case 'QueryStringParam':
      return step(state);
    case 'unknown':
      if (arrival.replaces) return step(state);
      return /^[a-z]+:/i.test(url) && !/^http:/i.test(url)
        ? follow(state, url, now)
        : load(state, url, priority, arrival, now);
  }
}

/** "The Priority attribute is only used for HTTP URLs. Internal URIs always execute immediately." */
function load(state: PhoneState, url: string, priority: number, { executed }: Arrival, now: number): Step {
  // A service that leads to itself would keep the phone busy for ever.
  if (executed) return step(state);
  if (priority === 0 || isUnused(state)) return request(state, url, now, '', true);
  return step(priority === 1 ? { ...state, whenIdle: url } : state);
}

/** Nobody calls, and nobody looks anything up. */
const isUnused = (state: PhoneState): boolean =>
  isIdle(state) && state.entry === '' && !state.menu && !state.services && !state.requested;

/** When what waits until the phone is idle is to be asked for; null = nothing waits, or the phone is in use. */
export const loadDueAt = (state: PhoneState, now: number): number | null =>
  state.whenIdle !== null && isUnused(state) ? now : null;

export function loadWhenDue(state: PhoneState, now: number): Step {
  const { whenIdle } = state;
  return whenIdle !== null && isUnused(state)
    ? request({ ...state, whenIdle: null }, whenIdle, now, '', true)
    : step(state);
}
