import type { Quality } from '../../src-main/contract/line-port';

/** What `getStats` says of a call's voice; null = nothing has been counted yet. */
export async function qualityOf(peer: Pick<RTCPeerConnection, 'getStats'> | undefined): Promise<Quality | null> {
  if (peer === undefined) return null;
  const reports = [...(await peer.getStats()).values()];
  const of = (type: string) => reports.find((report) => report.type === type && report.kind !== 'video');
  const [inbound, outbound, remote] = [of('inbound-rtp'), of('outbound-rtp'), of('remote-inbound-rtp')];
  if (inbound === undefined && outbound === undefined) return null;
  const codec = reports.find(({ id }) => id === (inbound?.codecId ?? outbound?.codecId));
  return {
    codec: String(codec?.mimeType ?? '').replace('audio/', ''),
    packetsSent: outbound?.packetsSent ?? 0,
    packetsReceived: inbound?.packetsReceived ?? 0,
    packetsLost: Math.max(0, inbound?.packetsLost ?? 0),
    jitter: inMilliseconds(inbound?.jitter),
    roundTrip: inMilliseconds(remote?.roundTripTime),
  };
}

const inMilliseconds = (seconds: unknown): number | null =>
  typeof seconds === 'number' ? Math.round(seconds * 1000) : null;
