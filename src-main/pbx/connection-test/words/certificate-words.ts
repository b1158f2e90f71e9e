import type { CertificateFacts } from '../../../contract/account-settings';

/** A server's certificate, and what the machine thinks of it. */
export interface ShownCertificate {
  readonly facts: CertificateFacts;
  /** The names it was made for, as the certificate has them; empty = none. */
  readonly names: string;
  readonly fitsHost: boolean;
  /** Milliseconds since the epoch. */
  readonly validFrom: number;
  readonly validTo: number;
  /** Why no authority vouches for it, as a code of OpenSSL's or of Chromium's; null = one does. */
  readonly chainError: string | null;
}

export type CertificateVerdict =
  | { readonly kind: 'vouched' | 'trusted'; readonly words: string }
  | { readonly kind: 'changed' | 'doubtful'; readonly words: string };

/**
 * @param pin fingerprint of the certificate that the user trusts; null = none
 * @param now milliseconds since the epoch
 */
export function judgeCertificate(
  shown: ShownCertificate,
  host: string,
  pin: string | null,
  now: number,
): CertificateVerdict {
  const { facts } = shown;
  if (pin !== null && pin !== facts.fingerprint) return { kind: 'changed', words: CHANGED };
  if (pin !== null) return { kind: 'trusted', words: 'The server shows the certificate that you trust.' };
  const faults = faultsOf(shown, host, now);
  if (faults.length > 0) return { kind: 'doubtful', words: faults.join(' ') };
  return { kind: 'vouched', words: `The certificate is vouched for by ${facts.issuer}, until ${facts.validTo}.` };
}

const CHANGED =
  'This is NOT the certificate that you have trusted. If nobody has told you that there is a new one, somebody may ' +
  'be listening in between: do not go on. If the administrator has changed it, compare the fingerprint with them first.';

function faultsOf(shown: ShownCertificate, host: string, now: number): readonly string[] {
  const { facts, names, fitsHost, validFrom, validTo, chainError } = shown;
  const faults: string[] = [];
  if (now > validTo)
    faults.push(
      `The certificate expired on ${facts.validTo}. The administrator has to renew it. Is this computer's clock right?`,
    );
  if (now < validFrom)
    faults.push(`The certificate is not valid before ${facts.validFrom}. Is this computer's clock right?`);
  if (!fitsHost)
    faults.push(`The certificate is not for ${host}, but for ${names || 'no name at all'}. Use a name that it is for.`);
  // What has been said of the date or the name is not said twice.
  if (
    chainError !== null &&
    !(/EXPIRED|NOT_YET_VALID|DATE_INVALID|COMMON_NAME_INVALID/.test(chainError) && faults.length > 0)
  )
    faults.push(chainWords(chainError, facts));
  return faults;
}

function chainWords(chainError: string, { issuer, subject }: CertificateFacts): string {
  if (/SELF_SIGNED|AUTHORITY_INVALID/.test(chainError) && issuer === subject)
    return 'No authority vouches for the certificate: the server has signed it itself.';
  if (/REVOKED/.test(chainError)) return 'The authority that vouched for the certificate has taken that back.';
  if (/SELF_SIGNED|UNABLE_TO|AUTHORITY_INVALID/.test(chainError))
    return `This computer does not know who vouches for the certificate: ${issuer}.`;
  return `The certificate is not to be relied on (${chainError}).`;
}
