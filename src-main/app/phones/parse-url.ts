/** What URL.parse is from Node 22 on. @returns null if it is no address */
export function parseUrl(text: string, base?: URL): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}
