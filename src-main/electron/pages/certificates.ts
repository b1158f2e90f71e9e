import { app, type Session } from 'electron';
import { bareHost, type CertificatePins, fingerprintOf, hostOfPinned, pinnedServer } from '../../app/certificate-pins';
import { isPage } from './app-protocol';

/** Asks Chromium to ask us, at each connection. */
const ASK = -207;
const AS_CHROMIUM_THINKS = -3;

/**
 * Lets the line page connect to a server whose certificate the user trusts, and to no other with a certificate that no
 * authority vouches for. Where one certificate is trusted, every other is refused, vouched for or not.
 *
 * Chromium keeps what the verification says for half an hour, and nothing makes it forget; but an error makes it ask anew
 * at every connection whether to go on. So the verification never accepts by itself, and the question is where the pins
 * decide: a new one is obeyed at once, and so is one that was taken back.
 *
 * @param onRefused told of the server, as host:port, each time that a line does not get through
 */
export function guardCertificates(
  session: Session,
  pins: () => CertificatePins,
  onRefused: (server: string) => void,
): void {
  /** What authorities vouch for, although we had Chromium ask. */
  const vouched = new Set<string>();
  session.setCertificateVerifyProc(({ hostname, certificate, errorCode }, decide) => {
    const pinned = [...pins().keys()].some((server) => hostOfPinned(server) === bareHost(hostname));
    if (pinned && errorCode === 0) vouched.add(`${bareHost(hostname)} ${certificate.fingerprint}`);
    decide(pinned && errorCode === 0 ? ASK : AS_CHROMIUM_THINKS);
  });
  app.on('certificate-error', (event, contents, url, _error, certificate, decide) => {
    event.preventDefault();
    const { hostname, protocol } = new URL(url);
    const trusted = pins().get(pinnedServer(url));
    const good =
      trusted?.has(fingerprintOf(certificate)) ?? vouched.has(`${bareHost(hostname)} ${certificate.fingerprint}`);
    if (!good) onRefused(pinnedServer(url));
    decide(good && protocol === 'wss:' && isPage('line', contents.getURL()));
  });
}
