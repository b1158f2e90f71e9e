import { isIPv6 } from 'node:net';
import { type CryptoAttribute, writeCrypto } from './crypto-attribute';
import type { Direction, Format, MediaDescription } from './session-description';

/** What the two kinds of description have in common. */
interface Voice {
  readonly direction: Direction;
  readonly formats: readonly Format[];
  /** Milliseconds. */
  readonly packetTime: number | null;
  /** Grows with each description (RFC 3264 section 5). */
  readonly version: number;
}

export interface NetworkDescription extends Voice {
  readonly address: string;
  readonly port: number;
  readonly rtcpPort: number;
  readonly protocol: string;
  readonly cryptos: readonly CryptoAttribute[];
  readonly session: string;
  /** All lines of an offer, where this answers one: the voice that we take, and what we refuse. */
  readonly answered: { readonly lines: readonly MediaDescription[]; readonly voice: MediaDescription } | null;
}

/** What a phone on the network reads. */
export function writeForNetwork(description: NetworkDescription): string {
  const { address, port, rtcpPort, protocol, cryptos, direction, formats, packetTime, session, version, answered } =
    description;
  const net = `IN ${isIPv6(address) ? 'IP6' : 'IP4'} ${address}`;
  const voice = [
    `m=audio ${port} ${protocol} ${numbersOf(formats)}`,
    ...formatLines(formats),
    ...cryptos.map((crypto) => `a=crypto:${writeCrypto(crypto)}`),
    ...packetTimeLine(packetTime),
    `a=rtcp:${rtcpPort}`,
    `a=${direction}`,
  ];
  const media =
    answered?.lines.flatMap((line) =>
      line === answered.voice ? voice : [`m=${line.kind} 0 ${line.protocol} ${line.rawFormats}`],
    ) ?? voice;
  return [`v=0`, `o=- ${session} ${version} ${net}`, 's=-', `c=${net}`, 't=0 0', ...media, ''].join('\r\n');
}

/** Our half of the way to the page, as ICE and DTLS have it. */
export interface PageTransport {
  readonly port: number;
  readonly iceFragment: string;
  readonly icePassword: string;
  /** `sha-256 AB:CD:…` */
  readonly fingerprint: string;
}

export interface PageDescription extends Voice {
  readonly transport: PageTransport;
  readonly setup: 'actpass' | 'active' | 'passive';
  readonly mid: string;
  /** Of our half of the way; null = the page is told of it later. */
  readonly candidate: string | null;
}

/** RFC 8839 section 5.1: where we are, which is on this machine. */
export const candidateAt = ({ port }: PageTransport): string =>
  `candidate:1 1 udp 2130706431 127.0.0.1 ${port} typ host`;

/** What a browser reads: the same voice, at a port of ours on loopback. */
export function writeForPage(description: PageDescription): string {
  const { transport, candidate, setup, mid, direction, formats, packetTime, version } = description;
  return [
    'v=0',
    `o=- 1 ${version} IN IP4 127.0.0.1`,
    's=-',
    't=0 0',
    `a=group:BUNDLE ${mid}`,
    `m=audio ${transport.port} UDP/TLS/RTP/SAVPF ${numbersOf(formats)}`,
    'c=IN IP4 127.0.0.1',
    `a=mid:${mid}`,
    `a=ice-ufrag:${transport.iceFragment}`,
    `a=ice-pwd:${transport.icePassword}`,
    `a=fingerprint:${transport.fingerprint}`,
    `a=setup:${setup}`,
    'a=rtcp-mux',
    ...formatLines(formats),
    ...packetTimeLine(packetTime),
    `a=${direction}`,
    ...(candidate === null ? [] : [`a=${candidate}`, 'a=end-of-candidates']),
    '',
  ].join('\r\n');
}

const numbersOf = (formats: readonly Format[]): string => formats.map(({ payloadType }) => payloadType).join(' ');

const packetTimeLine = (packetTime: number | null): readonly string[] =>
  packetTime === null ? [] : [`a=ptime:${packetTime}`];

const formatLines = (formats: readonly Format[]): readonly string[] =>
  formats.flatMap(({ payloadType, codec, parameters }) => [
    `a=rtpmap:${payloadType} ${codec}`,
    ...(parameters === null ? [] : [`a=fmtp:${payloadType} ${parameters}`]),
  ]);
