import type { CtiEvent } from '../../contract/cti-messages';
import type { DeviceTable } from '../devices/device-table';
import type { CallEvent } from '../sip-server/sip-server';

type Outcome = Extract<CtiEvent, { kind: 'callConnected' | 'callFailed' }>;

/**
 * What an event means for the phones that have a Call Back: whom they talk with now, or whom a call has not reached. A number
 * that has passed the call on was not reached, whoever answers it in the end. A CTI route point is nobody who could be
 * reached: whoever has dialled it has reached the phone behind it, which he may wait for by either number.
 */
export function callOutcomes(event: CallEvent, devices: DeviceTable): readonly Outcome[] {
  const { from, to, dialled, state, status, fromDevice, toDevice } = event;
  const throughRoutePoint = dialled !== to && devices.routePointsTo(to).includes(dialled);
  const numbers = throughRoutePoint ? [to, dialled] : [to];
  if (state === 'connected')
    return [
      ...numbers.map((number): Outcome => ({ kind: 'callConnected', device: fromDevice, number })),
      ...(toDevice ? [{ kind: 'callConnected', device: toDevice, number: from } as const] : []),
    ];
  const failed = state === 'ended' || (state === 'forwarded' && !devices.isRoutePoint(to));
  if (!failed || status === null) return [];
  return numbers.map((number): Outcome => ({ kind: 'callFailed', device: fromDevice, number, status }));
}
