/** The entries of a Contact header's value: commas within quotes and angle brackets part nothing. */
export function entriesIn(value: string): readonly string[] {
  const entries: string[] = [];
  let begin = 0;
  let within: '"' | '<' | null = null;
  for (let at = 0; at < value.length; at += 1) {
    const character = value[at];
    if (within === '"' && character === '\\') at += 1;
    else if (within !== null) within = character === (within === '"' ? '"' : '>') ? null : within;
    else if (character === '"' || character === '<') within = character;
    else if (character === ',') {
      entries.push(value.slice(begin, at));
      begin = at + 1;
    }
  }
  return [...entries, value.slice(begin)].map((entry) => entry.trim()).filter((entry) => entry !== '');
}

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
  const [, bracketed, after = ''] = /^(?:"(?:[^"\\]|\\.)*"\s*|[^"<]*)<([^<>]*)>(.*)$/.exec(entry) ?? [];
  if (bracketed !== undefined) return { address: bracketed.trim(), parameters: after };
  const at = entry.indexOf(';');
  return at < 0
    ? { address: entry, parameters: '' }
    : { address: entry.slice(0, at).trim(), parameters: entry.slice(at) };
}
