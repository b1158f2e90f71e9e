import type { X509Certificate } from 'node:crypto';
import { isIP, type Socket } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import { failure, type Result, success } from '../../../base/result';
import type { ShownCertificate } from '../words/certificate-words';
import { codeOf } from './code-of';

type Secured = { readonly wire: TLSSocket; readonly certificate: ShownCertificate };

export function secure(wire: Socket, host: string, signal: AbortSignal): Promise<Result<Secured, string>> {
  return new Promise((resolve) => {
    const socket = connect({
      socket: wire,
      // RFC 6066, 3: the name of a server is never an address.
      ...(isIP(host) ? {} : { servername: host }),
      ALPNProtocols: ['http/1.1'],
      // Nothing secret is sent on this connection; whether to trust it is decided on what it shows.
      rejectUnauthorized: false,
      checkServerIdentity: () => undefined,
    });
    signal.addEventListener('abort', () => socket.destroy());
    socket.on('error', (error) => resolve(failure(codeOf(error))));
    socket.once('close', () => resolve(failure('closed')));
    socket.once('secureConnect', () => {
      const certificate = socket.getPeerX509Certificate();
      if (certificate) resolve(success({ wire: socket, certificate: shown(certificate, host, socket) }));
      else resolve(failure('no certificate'));
    });
  });
}

function shown(certificate: X509Certificate, host: string, socket: TLSSocket): ShownCertificate {
  const { subject, issuer, validFrom, validTo, fingerprint256, subjectAltName } = certificate;
  const fits = isIP(host) ? certificate.checkIP(host) : certificate.checkHost(host, { subject: 'never' });
  return {
    facts: { fingerprint: fingerprint256, subject: oneLine(subject), issuer: oneLine(issuer), validFrom, validTo },
    names: subjectAltName ?? '',
    fitsHost: fits !== undefined,
    validFrom: Date.parse(validFrom),
    validTo: Date.parse(validTo),
    // Node's typings call it an Error; it is the code of one.
    chainError: socket.authorized ? null : String(socket.authorizationError ?? 'unknown'),
  };
}

const oneLine = (name: string | undefined): string => (name ?? '').split('\n').join(', ');
