/** Short names (RFC 3261 section 7.3.3 and those that came after it) that SIP.js does not know. */
const LONG_NAMES: ReadonlyMap<string, string> = new Map([
  ['b', 'Referred-By'],
  ['e', 'Content-Encoding'],
  ['k', 'Supported'],
  ['o', 'Event'],
  ['s', 'Subject'],
  ['u', 'Allow-Events'],
  ['x', 'Session-Expires'],
]);

/** The message with every header by its long name, and the state of a subscription in small letters, as everybody writes it. */
export function withUsualNames(text: string): string {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return text;
  const lines = text.slice(0, end).split('\r\n').map(usual);
  return lines.join('\r\n') + text.slice(end);
}

function usual(line: string, index: number): string {
  const colon = line.indexOf(':');
  if (index === 0 || colon < 0) return line;
  const name = line.slice(0, colon).trim().toLowerCase();
  if (name === 'subscription-state')
    return line.replace(/^([^:]*:\s*)([\w-]+)/, (_all, before: string, state: string) => before + state.toLowerCase());
  const long = LONG_NAMES.get(name);
  return long === undefined ? line : `${long}${line.slice(colon)}`;
}
