import { runNpm } from './run-command.mjs';

/**
 * @typedef {object} DownloadProxy
 * @property {NodeJS.ProcessEnv} environment what a download needs to go by it
 * @property {string | null} shown its address, without a password; null = there is none
 */

/**
 * The proxy that downloads go by: the one of the environment, or else npm's own. Who has set one for npm expects it to count for
 * what npm packages download.
 * @param {string} root the project folder, whose npm settings count
 * @returns {Promise<DownloadProxy>}
 */
export async function downloadProxy(root) {
  const { env } = process;
  const named =
    env.https_proxy || env.HTTPS_PROXY || env.all_proxy || env.ALL_PROXY || env.http_proxy || env.HTTP_PROXY;
  const written = named || (await npmSetting(root, 'https-proxy')) || (await npmSetting(root, 'proxy'));
  // Many write host and port alone.
  const proxy = written && (written.includes('://') ? written : `http://${written}`);
  if (!proxy) return { environment: {}, shown: null };
  const spared = env.no_proxy || env.NO_PROXY || (await npmSetting(root, 'noproxy'));
  return {
    environment: {
      ELECTRON_GET_USE_PROXY: 'true',
      // In small letters, which go before the others wherever both are read.
      https_proxy: proxy,
      http_proxy: env.http_proxy || env.HTTP_PROXY || proxy,
      ...(spared ? { no_proxy: spared } : {}),
    },
    shown: withoutPassword(proxy),
  };
}

/**
 * @param {string} root
 * @param {string} name
 * @returns {Promise<string>} empty where it is not set
 */
async function npmSetting(root, name) {
  const { ok, output } = await runNpm(['config', 'get', name, '--loglevel=silent'], { cwd: root });
  const value = output.trim();
  return ok && value !== 'null' && value !== 'undefined' ? value : '';
}

/** @param {string} proxy */
function withoutPassword(proxy) {
  try {
    const { protocol, host } = new URL(proxy);
    return `${protocol}//${host}`;
  } catch {
    return 'that is set, which is no address';
  }
}
