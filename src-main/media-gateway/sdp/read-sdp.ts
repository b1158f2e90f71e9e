import { DIRECTIONS, type Direction, type MediaDescription } from './session-description';

/** RFC 3551 section 6: what needs no rtpmap. */
const STATIC: ReadonlyMap<number, string> = new Map([
  [0, 'PCMU/8000'],
  [3, 'gsm/8000'],
  [4, 'g723/8000'],
  [8, 'PCMA/8000'],
  // A slip of RFC 1890, kept for ever: its clock runs at 8000, and it samples at 16000.
  [9, 'G722/8000'],
  [13, 'CN/8000'],
  [18, 'g729/8000'],
]);

/** No phone describes more. */
const MAX_MEDIA = 16;

/** Reads the media of a description, leniently: a line that nobody understands says nothing. */
export function readSdp(sdp: string): readonly MediaDescription[] {
  const lines = sdp.split(/\r\n|\r|\n/);
  const starts = lines.flatMap((line, at) => (line.startsWith('m=') ? [at] : []));
  const session = lines.slice(0, starts[0] ?? lines.length);
  return starts.slice(0, MAX_MEDIA).map((from, at) => readMedia(lines.slice(from, starts[at + 1]), session));
}

function readMedia(lines: readonly string[], session: readonly string[]): MediaDescription {
  const [kind = '', port = '', protocol = '', ...types] = (lines[0] ?? '').slice(2).trim().split(/\s+/);
  const own = (name: string): readonly string[] => valuesOf(lines, name);
  const first = (name: string): string | null => own(name)[0] ?? valuesOf(session, name)[0] ?? null;
  const names = new Map(
    own('rtpmap').map((value) => [Number.parseInt(value, 10), canonical(value.split(/\s+/)[1] ?? '')]),
  );
  const parameters = new Map(own('fmtp').map((value) => [Number.parseInt(value, 10), value.replace(/^\d+\s+/, '')]));
  const [rtcpPort, , , rtcpAddress] = own('rtcp')[0]?.split(/\s+/) ?? [];
  return {
    kind: kind.toLowerCase(),
    port: portIn(port) ?? 0,
    protocol: protocol.toUpperCase(),
    address: (connectionIn(lines) ?? connectionIn(session) ?? '').toLowerCase(),
    direction: directionIn(lines) ?? directionIn(session) ?? 'sendrecv',
    formats: types
      .map(Number)
      .filter((payloadType) => Number.isInteger(payloadType) && payloadType >= 0 && payloadType < 128)
      .map((payloadType) => ({
        payloadType,
        codec: names.get(payloadType) ?? STATIC.get(payloadType) ?? '',
        parameters: parameters.get(payloadType) ?? null,
      })),
    rtcp: rtcpOf(portIn(rtcpPort ?? ''), rtcpAddress ?? null),
    cryptos: own('crypto'),
    packetTime: Number.parseInt(own('ptime')[0] ?? '', 10) || null,
    mid: own('mid')[0] ?? null,
    fingerprint: first('fingerprint'),
    setup: first('setup'),
    iceFragment: first('ice-ufrag'),
    icePassword: first('ice-pwd'),
    rawFormats: types.join(' '),
  };
}

const rtcpOf = (port: number | null, address: string | null): MediaDescription['rtcp'] =>
  port === null ? null : { port, address };

const valuesOf = (lines: readonly string[], name: string): readonly string[] =>
  lines.filter((line) => line.startsWith(`a=${name}:`)).map((line) => line.slice(name.length + 3).trim());

/** `IN IP4 10.0.0.1/127` */
const connectionIn = (lines: readonly string[]): string | undefined =>
  lines
    .find((line) => line.startsWith('c='))
    ?.trim()
    .split(/\s+/)[2]
    ?.split('/')[0];

const directionIn = (lines: readonly string[]): Direction | undefined =>
  DIRECTIONS.find((name) => lines.some((line) => line.trim() === `a=${name}`));

/** `49170`, or `49170/2`. */
function portIn(text: string): number | null {
  const port = Number.parseInt(text, 10);
  return port >= 0 && port <= 65_535 ? port : null;
}

/** Names are not case-sensitive, and one channel need not be said. */
function canonical(map: string): string {
  const [name = '', rate = '8000', channels = '1'] = map.trim().split('/');
  const spelt = /^(?:pcmu|pcma|g722|cn)$/i.test(name) ? name.toUpperCase() : name.toLowerCase();
  return channels === '1' ? `${spelt}/${rate}` : `${spelt}/${rate}/${channels}`;
}
