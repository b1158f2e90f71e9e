type Chance = (below: number) => number;

const BYTES = ['\0', '\r\n', '\r\n\r\n', '"', '<', '>', ';', ',', ':', '%00', '=', ' ', '\\', '4294967296', '-1', 'ÿ'];

/** One of the texts, damaged as lines, hands and attackers do it: a piece is lost, repeated, replaced, or much too long. */
export function mutate(texts: readonly string[], chance: Chance): string {
  const text = texts[chance(texts.length)] ?? '';
  const from = chance(text.length);
  const to = Math.min(text.length, from + 1 + chance(40));
  const piece = text.slice(from, to);
  const odd = BYTES[chance(BYTES.length)] ?? '';
  const ways = [
    text.slice(0, from) + text.slice(to),
    text.slice(0, to) + piece + text.slice(to),
    text.slice(0, from) + odd + text.slice(to),
    text.slice(0, from) + piece.repeat(1 + chance(200)) + text.slice(to),
    text.slice(0, from) + odd.repeat(1 + chance(500)) + text.slice(from),
    text.slice(0, from),
  ];
  return ways[chance(ways.length)] ?? text;
}
