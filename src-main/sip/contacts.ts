/** The entries of a Contact header's value: commas within quotes and angle brackets part nothing. */
export const entriesIn = (value: string): readonly string[] =>
  (value.match(/(?:"(?:[^"\\]|\\.)*"|<[^<>]*>|[^,"<])+/g) ?? []).map((entry) => entry.trim()).filter((entry) => entry);

/** Its address, where that is one of SIP; null = it is another, or none. */
export function addressIn(entry: string): string | null {
  const { address } = partsOf(entry);
  return /^sips?:[^\s<>"]+$/i.test(address) ? address : null;
}

/** RFC 3261, 20.10: "q", from 0 to 1; who says nothing wishes nothing else more. */
export function preferenceIn(entry: string): number {
  const value = /;\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*(?:;|$)/i.exec(partsOf(entry).parameters)?.[1];
  return value === undefined ? 1 : Math.min(1, Number(value));
}

/** RFC 3261, 20: without angle brackets every parameter is the header's, none the address's. */
function partsOf(entry: string): { readonly address: string; readonly parameters: string } {
  const [, bracketed, after = ''] = /^(?:"(?:[^"\\]|\\.)*"|[^"<]*)\s*<([^<>]*)>(.*)$/.exec(entry) ?? [];
  if (bracketed !== undefined) return { address: bracketed.trim(), parameters: after };
  const at = entry.indexOf(';');
  return at < 0
    ? { address: entry, parameters: '' }
    : { address: entry.slice(0, at).trim(), parameters: entry.slice(at) };
}
