import { Fingerprint } from '../fingerprint';
import { trustedCertificate } from '../state/draft';
import { useActions, usePage } from '../state/page-context';

export function TrustedCertificate() {
  const actions = useActions();
  const fingerprint = usePage(({ draft }) => trustedCertificate(draft));
  if (fingerprint === null) return null;
  return (
    <section className="trusted" aria-label="Trusted certificate">
      <p>You trust one certificate of this server, and no other. Its SHA-256 fingerprint:</p>
      <p>
        <Fingerprint value={fingerprint} />
      </p>
      <button type="button" onClick={() => actions.forgetCertificate()}>
        Forget the trusted certificate
      </button>
    </section>
  );
}
