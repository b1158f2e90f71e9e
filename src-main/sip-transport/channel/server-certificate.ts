import { isIP } from 'node:net';
import { checkServerIdentity, type PeerCertificate, type TLSSocket } from 'node:tls';
import type { TransportFailure } from '../../contract/sip-transport';

type CertificateFailure = Extract<TransportFailure, { kind: 'certificate' }>;

/** What OpenSSL calls a certificate that nobody vouches for. */
const UNKNOWN_AUTHORITY =
  /^(?:DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_GET_ISSUER_CERT(?:_LOCALLY)?|UNABLE_TO_VERIFY_LEAF_SIGNATURE)$/;

/**
 * RFC 5922 section 7: a certificate that names SIP domains stands for those alone, another one for the DNS names in it.
 *
 * @param names what the user has named; one of them is enough
 */
export function isNamed(names: readonly string[], certificate: PeerCertificate): boolean {
  const domains = [...(certificate.subjectaltname ?? '').matchAll(/URI:"?sip:([^\s,"@;?]+)/gi)].map(([, uri]) =>
    uri?.toLowerCase(),
  );
  if (domains.length > 0) return names.some((name) => domains.includes(name.toLowerCase()));
  return names.some((name) => checkServerIdentity(name, certificate) === undefined);
}

/** For `tls.connect`: names that are an address are not sent (RFC 6066 section 3). */
export const serverNameOf = (names: readonly string[]): string | undefined => names.find((name) => isIP(name) === 0);

/**
 * Whether the server may be trusted, before anything is said to it: an authority vouches for it and it is named rightly, or it is
 * the one that the user has compared.
 *
 * @param pin SHA-256 of that one, as pairs of hexadecimal digits with colons
 */
export function certificateFailure(socket: TLSSocket, pin: string | null, at: string): CertificateFailure | null {
  if (socket.authorized) return null;
  const certificate = socket.getPeerCertificate();
  const fingerprint = certificate.fingerprint256 ?? '';
  if (pin !== null && fingerprint.toUpperCase() === pin.toUpperCase()) return null;
  const code = String(socket.authorizationError);
  const reason = pin !== null ? 'notPinned' : reasonOf(code);
  return { kind: 'certificate', at, reason, fingerprint, names: namesIn(certificate) };
}

function reasonOf(code: string): CertificateFailure['reason'] {
  if (UNKNOWN_AUTHORITY.test(code)) return 'unknownAuthority';
  if (code.includes('ERR_TLS_CERT_ALTNAME_INVALID')) return 'otherName';
  if (code === 'CERT_HAS_EXPIRED') return 'expired';
  return code === 'CERT_NOT_YET_VALID' ? 'notYetValid' : 'other';
}

function namesIn({ subject, subjectaltname }: PeerCertificate): string[] {
  const named = (subjectaltname ?? '').split(/,\s*/).map((name) => name.replace(/^(?:DNS|URI|IP Address):/, ''));
  const all = [...named, ...[subject?.CN ?? []].flat()].filter((name) => name !== '');
  return [...new Set(all)].slice(0, 20);
}
