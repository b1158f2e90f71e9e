/** It begins where no name goes on: a long name is looked at once, not once for each of its letters. */
const PARAMETER = /(?<![\w-])([a-z][\w-]*)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/gi;

/**
 * The parameters of a challenge or of credentials (RFC 7616 sections 3.3 and 3.4), by their names in small letters; of two with one
 * name the first. @returns null where the scheme is not Digest
 */
export function readDigestParameters(text: string): ReadonlyMap<string, string> | null {
  const scheme = /^\s*digest\s+/i.exec(text);
  if (!scheme) return null;
  const found = new Map<string, string>();
  for (const [, name = '', quoted, plain = ''] of text.slice(scheme[0].length).matchAll(PARAMETER))
    if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? plain);
  return found;
}
