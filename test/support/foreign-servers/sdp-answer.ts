import { randomBytes } from 'node:crypto';

/**
 * The answer to a browser's offer of one audio stream, by somebody who never sends a packet: a browser takes the call as
 * answered, and waits for a voice that does not come.
 */
export function silentAnswer(offer: string): string {
  const mid = /^a=mid:(\S+)/m.exec(offer)?.[1] ?? '0';
  const fingerprint = [...randomBytes(32)].map((byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(':');
  return [
    'v=0',
    'o=- 1 1 IN IP4 127.0.0.1',
    's=-',
    't=0 0',
    `a=group:BUNDLE ${mid}`,
    'm=audio 9 UDP/TLS/RTP/SAVPF 0',
    'c=IN IP4 127.0.0.1',
    'a=rtpmap:0 PCMU/8000',
    `a=mid:${mid}`,
    `a=ice-ufrag:${randomBytes(4).toString('hex')}`,
    `a=ice-pwd:${randomBytes(12).toString('hex')}`,
    `a=fingerprint:sha-256 ${fingerprint}`,
    'a=setup:active',
    'a=rtcp-mux',
    'a=sendrecv',
    '',
  ].join('\r\n');
}
