import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { isSameSecret } from '../../base/same-secret';
import { writePrivateFile } from '../../base/write-private-file';
import type { Credentials } from './web-phone';

const accessSchema = v.object({
  user: v.pipe(v.string(), v.minLength(1)),
  password: v.pipe(v.string(), v.minLength(1)),
  /** Asked in the place of user and password, as a desk phone asks it. */
  authenticationURL: v.optional(v.pipe(v.string(), v.url(), v.regex(/^https?:/))),
});
type Access = Readonly<v.InferOutput<typeof accessSchema>>;

const ANSWER_TIMEOUT_MS = 5000;
/** The whole of what such a server says, and not a line more. */
const AUTHORIZED = 'AUTHORIZED';

/** Who may push to the phones, and where they are: a file that programs read, and in which its user may put another password. */
export class WebAccess {
  readonly #file: string;
  readonly #access: Access;

  private constructor(file: string, access: Access) {
    this.#file = file;
    this.#access = access;
  }

  /** @throws Error in words for the user if there is such a file and it cannot be read: what is in it was meant */
  static open(file: string): WebAccess {
    const written = readIfThere(file);
    if (written === null)
      return new WebAccess(file, { user: 'cisco', password: randomBytes(12).toString('base64url') });
    const access = v.safeParse(v.pipe(v.string(), v.parseJson(), accessSchema), written);
    if (access.success) return new WebAccess(file, access.output);
    const [issue] = access.issues;
    throw new Error(`${file} cannot be used: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`);
  }

  /** @param phones the addresses of their web servers, by device */
  write(phones: Readonly<Record<string, string>>): void {
    writePrivateFile(this.#file, `${JSON.stringify({ ...this.#access, phones }, null, 2)}\n`);
  }

  /** A server that does not answer allows nothing. */
  async isAllowed({ user, password }: Credentials, device: string): Promise<boolean> {
    const { authenticationURL } = this.#access;
    if (authenticationURL === undefined)
      return isSameSecret(`${user}\n${password}`, `${this.#access.user}\n${this.#access.password}`);
    const url = new URL(authenticationURL);
    for (const [name, value] of Object.entries({ UserID: user, Password: password, devicename: device }))
      url.searchParams.set(name, value);
    const answer = await fetch(url, { signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS), redirect: 'error' }).catch(
      () => null,
    );
    return answer?.ok === true && (await answer.text().catch(() => '')) === AUTHORIZED;
  }
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
