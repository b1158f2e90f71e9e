import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { failure, type Result, success } from '../../../base/result';
import { codeOf } from './code-of';

/** As the operating system resolves names, and Chromium with it: hosts file, VPN and all. */
export async function resolveHost(host: string): Promise<Result<readonly string[], string>> {
  if (isIP(host)) return success([host]);
  try {
    const found = await lookup(host, { all: true });
    return success(found.map(({ address }) => address));
  } catch (error) {
    return failure(codeOf(error));
  }
}
