import { net, type Session, session } from 'electron';
import { bareHost, fingerprintOf } from '../../app/certificate-pins';

/** A session of its own: its answers are kept by Chromium, and must be no answers for the line page. */
const PARTITION = 'certificate-verdict';

/**
 * Asks Chromium what it thinks of a server's certificate. Nothing is sent to the server but the beginning of a connection.
 * Must not be made before the app is ready.
 */
export class ChromiumVerdict {
  readonly #session: Session = session.fromPartition(PARTITION, { cache: false });
  /** By host and fingerprint. Chromium asks only once in a while for the same ones. */
  readonly #verdicts = new Map<string, string | null>();

  constructor() {
    this.#session.setCertificateVerifyProc(({ hostname, certificate, errorCode, verificationResult }, decide) => {
      this.#verdicts.set(keyOf(hostname, fingerprintOf(certificate)), errorCode === 0 ? null : verificationResult);
      // Whatever it is: the answer is all that is wanted.
      decide(-2);
    });
  }

  /** @returns null where authorities vouch for it, the cause where they do not, undefined where Chromium did not see it */
  async of(server: URL, fingerprint: string): Promise<string | null | undefined> {
    await this.#connect(server);
    return this.#verdicts.get(keyOf(server.hostname, fingerprint));
  }

  #connect({ host }: URL): Promise<void> {
    return new Promise((over) => {
      const request = net.request({ method: 'HEAD', url: `https://${host}/`, session: this.#session });
      request.on('error', () => over());
      request.on('response', () => over());
      request.end();
    });
  }
}

const keyOf = (host: string, fingerprint: string): string => `${bareHost(host)} ${fingerprint}`;
