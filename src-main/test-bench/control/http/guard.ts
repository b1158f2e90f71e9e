import type { IncomingHttpHeaders } from 'node:http';
import { isSameSecret } from '../../../base/same-secret';

/** Why a request is refused before anything of it is read. */
export interface Refusal {
  readonly status: 401 | 403;
  readonly error: string;
}

/**
 * A web page that the user happens to have open must not get here: neither by its own address (Origin), nor by a name of its own
 * that it has made lead to this machine (Host). And whoever else runs on this machine has no token.
 *
 * @returns null = it may go on
 */
export function refusalOf(headers: IncomingHttpHeaders, port: number, token: string): Refusal | null {
  const own = ['127.0.0.1', 'localhost', '[::1]'].map((host) => `${host}:${port}`);
  const { host = '', origin, authorization = '' } = headers;
  if (!own.includes(host.toLowerCase())) return { status: 403, error: `Host must be ${own[0]}` };
  if (origin !== undefined && !own.some((each) => origin.toLowerCase() === `http://${each}`))
    return { status: 403, error: 'requests of web pages are refused' };
  const [, given = ''] = /^Bearer ([\w-]{1,200})$/i.exec(authorization) ?? [];
  return isSameSecret(given, token)
    ? null
    : { status: 401, error: 'the token of control.json is needed: Authorization: Bearer TOKEN' };
}
