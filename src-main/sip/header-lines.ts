/** Short names of headers that matter here (RFC 3261 section 7.3.3). */
const LONG_NAMES: ReadonlyMap<string, string> = new Map([
  ['c', 'content-type'],
  ['f', 'from'],
  ['i', 'call-id'],
  ['l', 'content-length'],
  ['m', 'contact'],
  ['t', 'to'],
  ['v', 'via'],
]);

export interface HeaderLine {
  /** In small letters, and long. */
  readonly name: string;
  /** As it is, but for the blanks around it. */
  readonly value: string;
}

/** The start line and the headers of a message as they are written: for what no grammar reads, or reads only once. */
export function splitHead(head: string): { readonly start: string; readonly headers: readonly HeaderLine[] } {
  const [start = '', ...lines] = unfold(head);
  const headers = lines.flatMap((line) => {
    const colon = line.indexOf(':');
    if (colon < 0) return [];
    const name = line.slice(0, colon).trim().toLowerCase();
    return [{ name: LONG_NAMES.get(name) ?? name, value: line.slice(colon + 1).trim() }];
  });
  return { start, headers };
}

/** A line that begins with a blank goes on from the one above (RFC 3261 section 7.3.1). */
function unfold(head: string): readonly string[] {
  const lines: string[][] = [];
  for (const line of head.split('\r\n')) {
    if (/^[ \t]/.test(line)) lines.at(-1)?.push(line.trim());
    else lines.push([line]);
  }
  return lines.map((parts) => parts.join(' '));
}
