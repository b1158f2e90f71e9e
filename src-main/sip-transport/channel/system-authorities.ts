import { readFile } from 'node:fs/promises';
import * as tls from 'node:tls';

/** Where Linux distributions keep what their administrators trust: Debian, Fedora, SUSE, Alpine. */
const BUNDLES = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
];

/** Node from 22.15 on reads the system's own store, on Windows and macOS too. */
const ofNode = (): readonly string[] => {
  const read: unknown = Reflect.get(tls, 'getCACertificates');
  if (typeof read !== 'function') return [];
  const found: unknown = read('system');
  return Array.isArray(found) ? found.filter((one) => typeof one === 'string') : [];
};

/** The authorities that this machine trusts, beside those that Node brings: a company's own is among them. PEM. */
export async function systemAuthorities(): Promise<readonly string[]> {
  const known = ofNode();
  if (known.length > 0) return [...tls.rootCertificates, ...known];
  for (const bundle of BUNDLES) {
    const text = await readFile(bundle, 'utf8').catch(() => null);
    if (text !== null) return [...tls.rootCertificates, text];
  }
  return tls.rootCertificates;
}
