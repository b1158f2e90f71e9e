import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Certificate {
  /** PEM. */
  readonly file: string;
  readonly keyFile: string;
  readonly pem: string;
  readonly key: string;
  /** SHA-256, as pairs of capital hexadecimal digits with colons. */
  readonly fingerprint: string;
}

/** Certificates of each kind that a phone may meet. No machine trusts the authority unless it is told to. */
export interface Certificates {
  /** The authority that vouches for all but `selfSigned`, in PEM. */
  readonly authority: string;
  /** For 127.0.0.1, localhost and pbx.test; in force. */
  readonly good: Certificate;
  /** The same, but its time is over. */
  readonly expired: Certificate;
  /** In force, for another host. */
  readonly wrongHost: Certificate;
  /** For 127.0.0.1, in force, and nobody vouches for it. */
  readonly selfSigned: Certificate;
  /** Removes the files. */
  remove(): void;
}

const us = 'subjectAltName=IP:127.0.0.1,DNS:localhost,DNS:pbx.test';

/** The least that `openssl ca` asks for. It alone lets the time of a certificate be chosen freely. */
const settings = `
[ca]
default_ca = lab
[lab]
database = index.txt
new_certs_dir = .
certificate = authority.pem
private_key = authority.key
default_md = sha256
policy = any
rand_serial = yes
copy_extensions = copy
unique_subject = no
[any]
commonName = supplied
`;

export function makeCertificates(now: Date = new Date()): Certificates {
  const folder = mkdtempSync(join(tmpdir(), 'lab-certificates-'));
  const openssl = (...words: readonly string[]): void => {
    execFileSync('openssl', words, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  };
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const read = (name: string): Certificate => {
    const [file, keyFile] = [join(folder, `${name}.pem`), join(folder, `${name}.key`)];
    const pem = readFileSync(file, 'utf8');
    const { fingerprint256: fingerprint } = new X509Certificate(pem);
    return { file, keyFile, pem, key: readFileSync(keyFile, 'utf8'), fingerprint };
  };
  const selfSign = (name: string, subject: string, extension: string): void =>
    openssl('req', '-x509', ...newKey, '-days', '30', '-subj', `/CN=${subject}`, '-addext', extension, ...keep(name));
  const issue = (name: string, subject: string, extension: string, from: Date, to: Date): void => {
    openssl('req', ...newKey, '-subj', `/CN=${subject}`, '-addext', extension, ...keep(name, '.csr'));
    const times = ['-startdate', asn1(from), '-enddate', asn1(to)];
    openssl('ca', '-batch', '-config', 'ca.cnf', '-notext', ...times, '-in', `${name}.csr`, '-out', `${name}.pem`);
  };

  writeFileSync(join(folder, 'ca.cnf'), settings);
  writeFileSync(join(folder, 'index.txt'), '');
  selfSign('authority', 'Lab authority', 'keyUsage=critical,keyCertSign');
  selfSign('selfSigned', 'pbx.test', us);
  issue('good', 'pbx.test', us, daysFrom(now, -1), daysFrom(now, 30));
  issue('expired', 'pbx.test', us, daysFrom(now, -60), daysFrom(now, -30));
  issue('wrongHost', 'other.test', 'subjectAltName=DNS:other.test', daysFrom(now, -1), daysFrom(now, 30));
  return {
    authority: readFileSync(join(folder, 'authority.pem'), 'utf8'),
    good: read('good'),
    expired: read('expired'),
    wrongHost: read('wrongHost'),
    selfSigned: read('selfSigned'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function keep(name: string, ending = '.pem'): readonly string[] {
  return ['-keyout', `${name}.key`, '-out', `${name}${ending}`];
}

function daysFrom(time: Date, days: number): Date {
  return new Date(time.getTime() + days * 86_400_000);
}

/** YYYYMMDDhhmmssZ */
function asn1(time: Date): string {
  return `${time.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`;
}
