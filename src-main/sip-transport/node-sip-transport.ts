import { systemClock } from '../base/system-clock';
import type { SipReport } from '../contract/sip-transport';
import { channelOpener } from './channel/open-channel';
import { ownAddressTowards } from './channel/own-address';
import { systemAuthorities } from './channel/system-authorities';
import { nodeResolver } from './locate/node-resolver';
import { SipTransport } from './sip-transport';

/**
 * Gives accounts their ways to their servers, by this machine's sockets, DNS and authorities.
 *
 * @returns a new way, told to by the page's orders and heard of by its reports
 */
export async function sipTransports(): Promise<(report: (report: SipReport) => void) => SipTransport> {
  const openChannel = channelOpener(systemClock, await systemAuthorities());
  const resolver = nodeResolver();
  return (report) =>
    new SipTransport(
      { resolver, openChannel, ownAddress: ownAddressTowards, clock: systemClock, random: Math.random },
      report,
    );
}
