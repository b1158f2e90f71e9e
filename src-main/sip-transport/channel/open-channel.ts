import type { Clock } from '../../base/clock';
import type { SipServer } from '../../contract/sip-transport';
import type { OpenChannel } from './channel';
import { openStream } from './stream-channel';
import { openUdp } from './udp-channel';

/** @param authorities whom this machine trusts to vouch for servers; PEM */
export const channelOpener =
  (clock: Clock, authorities: readonly string[]) =>
  ({ pin, keepAlive }: SipServer): OpenChannel =>
  (target, events) =>
    target.transport === 'udp'
      ? openUdp(target, keepAlive, clock, events)
      : openStream(target, { authorities, pin }, clock, events);
