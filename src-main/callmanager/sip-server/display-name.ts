/**
 * A name as it may stand between the quotes of a From header; SIP.js writes it there as it is.
 *
 * RFC 3261 section 25.1: in a quoted-string, `\` and `"` are written with a `\` before them, and no line may end.
 */
export function quotable(name: string): string {
  const oneLine = [...name].map((character) => (character < ' ' || character === '\u007F' ? ' ' : character)).join('');
  return oneLine.replace(/["\\]/g, '\\$&');
}
