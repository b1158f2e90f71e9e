/** For each server, as host:port, the certificates that a user trusts there, each by its SHA-256 as AccountSettings has it. */
export type CertificatePins = ReadonlyMap<string, ReadonlySet<string>>;

/** The key of CertificatePins for a wss: address. */
export function pinnedServer(address: string): string {
  const { hostname, port } = new URL(address);
  return `${bareHost(hostname)}:${port || 443}`;
}

export const hostOfPinned = (server: string): string => server.slice(0, server.lastIndexOf(':'));

/** An IPv6 address stands in brackets in some places, and without in others. */
export const bareHost = (host: string): string => host.replace(/^\[|\]$/g, '');

/** Electron writes "sha256/" and base64; people compare pairs of hexadecimal digits. */
export const fingerprintOf = (certificate: { readonly fingerprint: string }): string =>
  Buffer.from(certificate.fingerprint.replace(/^sha256\//, ''), 'base64')
    .toString('hex')
    .toUpperCase()
    .replace(/(..)(?=.)/g, '$1:');
