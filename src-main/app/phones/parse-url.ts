/** Electron 25 has no URL.canParse. @returns null if it is no address */
export function parseUrl(text: string, base?: URL): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}
