import type { ReactNode } from 'react';
import type { CertificateFacts } from '../../../src-main/contract/account-settings';
import { Fingerprint } from '../fingerprint';
import { trustedCertificate } from '../state/draft';
import { useActions, usePage } from '../state/page-context';

/** The user decides, with everything there is to decide on. A certificate that was trusted is never replaced in silence. */
export function CertificateQuestion({ certificate }: { readonly certificate: CertificateFacts }) {
  const actions = useActions();
  const trusted = usePage(({ draft }) => trustedCertificate(draft));
  const changed = trusted !== null && trusted !== certificate.fingerprint;
  return (
    <section className="certificate" aria-labelledby="certificate-heading" data-changed={changed}>
      <h3 id="certificate-heading">
        {changed ? 'The certificate has changed: possibly an attack' : 'Do you trust this certificate?'}
      </h3>
      <dl>
        <Fact name="For">{certificate.subject}</Fact>
        <Fact name="Vouched for by">{certificate.issuer}</Fact>
        <Fact name="Valid">
          {certificate.validFrom} to {certificate.validTo}
        </Fact>
        {changed && (
          <Fact name="Fingerprint you trust">
            <Fingerprint value={trusted} />
          </Fact>
        )}
        <Fact name={changed ? 'Fingerprint now' : 'SHA-256 fingerprint'}>
          <Fingerprint value={certificate.fingerprint} />
        </Fact>
      </dl>
      <p className="hint">
        Compare the fingerprint with the one that the server’s administrator gives you, by telephone or on paper. Only
        if they are the same, nobody stands in between.
      </p>
      <button type="button" className={changed ? 'dangerous' : ''} onClick={() => void actions.trust()}>
        {changed ? 'Trust the new certificate' : 'Trust this certificate'}
      </button>
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
