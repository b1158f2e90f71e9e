import { randomBytes } from 'node:crypto';
import type { Secrets } from '../secrets';

/** The SIP passwords of the demo cluster: random for each install, where the system has a keyring to keep them. */
export class Passwords {
  readonly #secrets: () => Secrets;

  /** @param secrets not asked before a password is needed: the keyring opens only when the app is ready */
  constructor(secrets: () => Secrets) {
    this.#secrets = secrets;
  }

  of(number: string): string {
    const name = `sip/${number}`;
    const known = this.#secrets().get(name);
    if (known) return known;
    const made = randomBytes(18).toString('base64url');
    this.#secrets().set(name, made);
    return made;
  }
}
