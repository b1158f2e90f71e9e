const GONE = '[redacted]';

/** A name and its value, as in JSON, in addresses and in settings. */
const NAMED = /("?\b(\w+)"?\s*[:=]\s*)(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s,;|}\]"']+)/g;
const SECRET_NAME = /password|passwd|secret|credential|ha1|token/i;

/**
 * What in a text may open something: header values and parameters of digest authentication (RFC 7616), credentials of TURN
 * (RFC 8656), user info of addresses, and whatever calls itself a password.
 */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/\b((?:Proxy-)?Authorization|(?:WWW|Proxy)-Authenticate|Authentication-Info)(\s*:\s*)[^\r\n|]+/gi, `$1$2${GONE}`],
  [/\b(response|cnonce|nonce|ha1|opaque|rspauth|auth)(\s*=\s*)"[^"]*"/gi, `$1$2"${GONE}"`],
  // Of bounded length: where no "@" comes it is looked for at every address again.
  [/\b((?:sips?|turns?|stun|wss?|https?):(?:\/\/)?[^\s:@/<>"]{1,256}):[^\s@/<>"]{1,256}@/gi, `$1:${GONE}@`],
  // SDES (RFC 4568) and ICE (RFC 8839) keys in session descriptions.
  [/\b(a=crypto:\d+\s+\S+\s+inline:)\S+/gi, `$1${GONE}`],
  [/\b(a=ice-pwd:)[^\s|]+/gi, `$1${GONE}`],
];

/** Too short to be looked for everywhere: the patterns find it where it stands as what it is. */
const SHORTEST_SECRET = 4;

/** The text without anything that opens anything. @param secrets those that are known: they are found wherever they stand */
export function redact(text: string, secrets: readonly string[]): string {
  const known = secrets.filter((secret) => secret.length >= SHORTEST_SECRET).flatMap(writings);
  // The longest first: one may be in another.
  const whole = known
    .sort((one, other) => other.length - one.length)
    .reduce((left, secret) => left.replaceAll(secret, GONE), text);
  const named = whole.replace(NAMED, (all, begin: string, name: string) =>
    SECRET_NAME.test(name) ? `${begin}"${GONE}"` : all,
  );
  return PATTERNS.reduce((left, [pattern, instead]) => left.replace(pattern, instead), named);
}

/** As it may stand in an address, in JSON, or in a header of Basic authentication. */
const writings = (secret: string): readonly string[] => [
  secret,
  encodeURIComponent(secret),
  JSON.stringify(secret).slice(1, -1),
  Buffer.from(secret).toString('base64'),
];
