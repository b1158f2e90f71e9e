import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** No app answers: it does not run, or without --control. */
export class NoApp extends Error {}

/** The app has refused: its words say why. */
export class Refused extends Error {
  /**
   * @param {number} status of HTTP
   * @param {string} words
   */
  constructor(status, words) {
    super(words);
    this.status = status;
  }
}

/**
 * Requests to the control API of the app that keeps its data in a folder, as docs/control-api.json describes them.
 * @param {string} folder
 */
export function controlOf(folder) {
  const { url, token } = readControlFile(join(folder, 'control.json'));
  const Authorization = `Bearer ${token}`;

  /**
   * @param {string} path behind /v1
   * @param {unknown} [body] makes a POST of it
   * @returns {Promise<Response>} of status 200
   */
  async function ask(path, body) {
    const posted = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const response = await fetch(`${url}/v1${path}`, { headers: { Authorization }, ...posted }).catch((error) => {
      throw new NoApp(`nobody answers at ${url} (${error.cause?.code ?? error.message}): start the app with --control`);
    });
    if (response.ok) return response;
    const { error } = /** @type {{ readonly error: string }} */ (await response.json());
    throw new Refused(response.status, error);
  }

  /**
   * @param {string} number
   * @param {string} what "", "/press", "/display?format=png" …
   * @param {unknown} [body]
   */
  const askPhone = (number, what, body) => ask(`/phones/${encodeURIComponent(number)}${what}`, body);

  return { ask, askPhone };
}

/**
 * @param {string} file
 * @returns {{ readonly url: string, readonly token: string }}
 */
function readControlFile(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new NoApp(
      `there is no ${file}: start the app with --control (${error instanceof Error ? error.message : error})`,
    );
  }
}
