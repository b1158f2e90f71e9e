import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a TLS server needs. */
export interface MadeCertificate {
  readonly key: string;
  readonly cert: string;
  /** SHA-256, as pairs of capital hexadecimal digits with colons. */
  readonly fingerprint: string;
}

export interface CertificateWishes {
  /** Names and addresses, as openssl has them: "DNS:localhost,IP:127.0.0.1". */
  readonly names: string;
  /** Days from now; both may lie in the past. */
  readonly from?: number;
  readonly to?: number;
}

const DAY = 86_400_000;

/** Makes certificates that sign themselves, with the openssl command, in a folder of its own. */
export function makeCertificate({ names, from = -1, to = 30 }: CertificateWishes): MadeCertificate {
  const folder = mkdtempSync(join(tmpdir(), 'callback-phone-certificate-'));
  const inFolder = (name: string): string => join(folder, name);
  const openssl = (...words: readonly string[]): string =>
    execFileSync('openssl', words, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  try {
    const [first] = names.split(',');
    writeFileSync(
      inFolder('openssl.cnf'),
      `[ca]\ndefault_ca=own\n[own]\ndatabase=index\nserial=serial\nnew_certs_dir=.\npolicy=any\ndefault_md=sha256\n` +
        `[any]\ncommonName=supplied\n[names]\nsubjectAltName=${names}\n`,
    );
    writeFileSync(inFolder('index'), '');
    writeFileSync(inFolder('serial'), '01\n');
    openssl('req', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'key', '-out', 'csr', '-subj', `/CN=${first?.slice(4)}`);
    // `req -x509` cannot make what has expired already; `ca` can.
    const dates = ['-startdate', opensslDate(from), '-enddate', opensslDate(to)];
    openssl(
      'ca',
      '-batch',
      '-selfsign',
      '-notext',
      '-config',
      'openssl.cnf',
      '-extensions',
      'names',
      '-keyfile',
      'key',
      '-in',
      'csr',
      '-out',
      'cert',
      ...dates,
    );
    const fingerprint = openssl('x509', '-in', 'cert', '-noout', '-fingerprint', '-sha256').trim().split('=')[1] ?? '';
    return { key: readFileSync(inFolder('key'), 'utf8'), cert: readFileSync(inFolder('cert'), 'utf8'), fingerprint };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** YYYYMMDDHHMMSSZ */
const opensslDate = (days: number): string =>
  `${new Date(Date.now() + days * DAY).toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`;
