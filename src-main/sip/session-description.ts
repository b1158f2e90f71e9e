export type Direction = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';

/** One "m=" section of a description (RFC 8866 section 5.14), as far as it matters here. */
interface Section {
  readonly kind: string;
  /** The line that it begins with. */
  readonly first: string;
  readonly port: number;
  readonly protocol: string;
  /** Names of its codecs, in small letters. */
  readonly codecs: readonly string[];
  readonly lines: readonly string[];
}

/** RFC 3551 section 6: what needs no name. */
const STATIC: Readonly<Record<string, string>> = { '0': 'pcmu', '8': 'pcma', '9': 'g722' };

/**
 * How the voice is offered to go: the first of its streams that is not refused says it, else the session (RFC 8866 section 6.7).
 *
 * @returns null where no voice is offered
 */
export function offeredDirection(sdp: string): Direction | null {
  const { session, sections } = read(sdp);
  const voice = sections.find(isVoice);
  if (!voice) return null;
  return directionIn(voice.lines) ?? directionIn(session) ?? 'sendrecv';
}

/**
 * Is there a voice that a browser can take? Not without keys (RFC 8827 section 6.5), and not without one of the codecs.
 *
 * @param codecs that we have, in any case
 */
export function isTakable(sdp: string, codecs: readonly string[]): boolean {
  const known = codecs.map((codec) => codec.toLowerCase());
  const { session, sections } = read(sdp);
  return sections.some(
    (section) =>
      isVoice(section) &&
      section.protocol.includes('SAVP') &&
      [...session, ...section.lines].some((line) => /^a=fingerprint:/i.test(line)) &&
      section.codecs.some((codec) => known.includes(codec)),
  );
}

/**
 * The description as if whatever is no voice had been refused by its sender already (RFC 3264 section 6: port 0): a browser refuses it
 * then as well, and takes the rest. What is refused stands in no bundle (RFC 9143 section 7.3.3).
 */
export function voiceAlone(sdp: string): string {
  const { session, sections } = read(sdp);
  const refused = sections.filter(({ kind }) => kind !== 'audio');
  if (refused.length === 0) return sdp;
  const mids = refused.flatMap(({ lines }) => lines.flatMap((line) => /^a=mid:(\S+)$/.exec(line)?.[1] ?? []));
  const bundled = session.map((line) =>
    line.startsWith('a=group:BUNDLE')
      ? line
          .split(' ')
          .filter((mid) => !mids.includes(mid))
          .join(' ')
      : line,
  );
  const media = sections.flatMap(({ kind, first, lines }) => [
    kind === 'audio' ? first : first.replace(/^(m=\S+) \S+/, '$1 0'),
    ...lines,
  ]);
  return [...bundled, ...media]
    .filter((line) => line !== '')
    .join('\r\n')
    .concat('\r\n');
}

const isVoice = ({ kind, port }: Section): boolean => kind === 'audio' && port !== 0;

const directionIn = (lines: readonly string[]): Direction | null =>
  (/^a=(sendrecv|sendonly|recvonly|inactive)$/.exec(
    lines.find((line) => /^a=(?:sendrecv|sendonly|recvonly|inactive)$/.test(line)) ?? '',
  )?.[1] as Direction | undefined) ?? null;

function read(sdp: string): { readonly session: readonly string[]; readonly sections: readonly Section[] } {
  const session: string[] = [];
  const sections: string[][] = [];
  for (const line of sdp.split(/\r?\n/).map((one) => one.trimEnd())) {
    if (line.startsWith('m=')) sections.push([line]);
    else (sections.at(-1) ?? session).push(line);
  }
  return { session, sections: sections.map(sectionOf) };
}

function sectionOf([first = '', ...lines]: readonly string[]): Section {
  const [kind = '', port = '', protocol = '', ...payloads] = first.slice(2).split(' ');
  const named = new Map(
    lines.flatMap((line) => {
      const [, payload = '', name = ''] = /^a=rtpmap:(\d{1,3})\s+([\w.-]+)/i.exec(line) ?? [];
      return name === '' ? [] : [[payload, name.toLowerCase()] as const];
    }),
  );
  const codecs = payloads.flatMap((payload) => named.get(payload) ?? STATIC[payload] ?? []);
  return {
    kind: kind.toLowerCase(),
    first,
    port: Number.parseInt(port, 10),
    protocol: protocol.toUpperCase(),
    codecs,
    lines,
  };
}
