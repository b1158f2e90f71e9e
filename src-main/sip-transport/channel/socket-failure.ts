import type { TransportFailure } from '../../contract/sip-transport';

const NO_WAY = new Set(['ENETUNREACH', 'EHOSTUNREACH', 'ENETDOWN', 'EHOSTDOWN', 'EADDRNOTAVAIL', 'EACCES', 'EPERM']);

/** What the two libraries behind node:tls say where the server has chosen a version below 1.2, or refuses all from there on. */
const OLD_TLS = new Set(['ERR_SSL_UNSUPPORTED_PROTOCOL', 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION']);

const NOT_TLS = new Set(['ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_HTTP_REQUEST', 'ERR_SSL_PACKET_LENGTH_TOO_LONG']);

/** What an error of a socket means. @param at host and port */
export function socketFailure(error: Error, at: string): TransportFailure {
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'ECONNREFUSED') return { kind: 'refused', at };
  if (code === 'ETIMEDOUT') return { kind: 'timeOut', at };
  if (NO_WAY.has(code)) return { kind: 'noNetwork', at, code };
  if (OLD_TLS.has(code)) return { kind: 'oldTls', at };
  if (NOT_TLS.has(code)) return { kind: 'notTls', at };
  if (code.startsWith('ERR_SSL_') || code === 'EPROTO') return { kind: 'tls', at, code };
  return { kind: 'closed', at };
}
