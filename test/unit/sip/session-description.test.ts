import { describe, expect, test } from 'vitest';
import { isTakable, offeredDirection, voiceAlone } from '../../../src-main/sip/session-description';

const KEYS = 'a=fingerprint:sha-256 00:11';
const sdp = (...lines: readonly string[]): string => ['v=0', 's=-', 't=0 0', ...lines, ''].join('\r\n');
const VOICE = 'm=audio 9 UDP/TLS/RTP/SAVPF 111 0';

describe('The direction of an offer is that of its voice', () => {
  test.each([
    ['of the stream', sdp(VOICE, 'a=sendonly'), 'sendonly'],
    ['of the session', sdp('a=inactive', VOICE), 'inactive'],
    ['of the stream before that of the session', sdp('a=inactive', VOICE, 'a=recvonly'), 'recvonly'],
    ['of no other stream', sdp('m=video 9 UDP/TLS/RTP/SAVPF 96', 'a=inactive', VOICE), 'sendrecv'],
    ['of no stream that is refused', sdp('m=audio 0 RTP/AVP 0', 'a=inactive', VOICE, 'a=sendonly'), 'sendonly'],
    ['of nobody', sdp('m=video 9 UDP/TLS/RTP/SAVPF 96'), null],
    ['with line feeds alone', sdp(VOICE, 'a=recvonly').replaceAll('\r', ''), 'recvonly'],
  ])('%s', (_what, text, direction) => {
    expect(offeredDirection(text)).toBe(direction);
  });
});

describe('A browser can take', () => {
  test.each([
    [true, 'keys of the stream', sdp(VOICE, KEYS)],
    [true, 'keys of the session', sdp(KEYS, 'm=audio 9 RTP/SAVP 8')],
    [true, 'a named codec', sdp(KEYS, 'm=audio 9 UDP/TLS/RTP/SAVPF 111', 'a=rtpmap:111 OPUS/48000/2')],
    [true, 'a voice beside what it does not know', sdp(KEYS, 'm=image 9 udptl t38', VOICE)],
    [false, 'no keys', sdp('m=audio 4000 RTP/AVP 0 8')],
    [false, 'keys for plain RTP', sdp('m=audio 4000 RTP/AVP 0 8', KEYS)],
    [false, 'no codec of ours', sdp(KEYS, 'm=audio 9 UDP/TLS/RTP/SAVPF 18', 'a=rtpmap:18 G729/8000')],
    [false, 'another codec under a number of ours', sdp(KEYS, 'm=audio 9 UDP/TLS/RTP/SAVPF 0', 'a=rtpmap:0 X/8000')],
    [false, 'no voice', sdp(KEYS, 'm=video 9 UDP/TLS/RTP/SAVPF 96')],
    [false, 'a voice that is refused', sdp(KEYS, 'm=audio 0 UDP/TLS/RTP/SAVPF 0')],
    [false, 'nothing', ''],
  ])('%s: %s', (can, _what, text) => {
    expect(isTakable(text, ['PCMU', 'PCMA', 'opus'])).toBe(can);
  });
});

test('what is no voice is refused, and stands in no bundle', () => {
  const text = sdp(
    'a=group:BUNDLE 0 1 2',
    'm=video 9 UDP/TLS/RTP/SAVPF 96',
    'a=mid:0',
    VOICE,
    'a=mid:1',
    'm=x 7 y 1',
    'a=mid:2',
  );
  expect(voiceAlone(text)).toBe(
    sdp('a=group:BUNDLE 1', 'm=video 0 UDP/TLS/RTP/SAVPF 96', 'a=mid:0', VOICE, 'a=mid:1', 'm=x 0 y 1', 'a=mid:2'),
  );
  expect(voiceAlone(sdp(VOICE))).toBe(sdp(VOICE));
});
