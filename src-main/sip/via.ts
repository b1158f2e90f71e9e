import type { Endpoint } from './endpoint';
import { headerOf, type SipMessage, withHeader } from './message-text';

/** The topmost Via of a message (RFC 3261 section 20.42): who sent it, or to whom its response goes. */
export interface Via {
  /** In capitals: UDP, TCP, TLS, WS … */
  readonly transport: string;
  /** Host and port as they were written, brackets included. */
  readonly sentBy: string;
  /** Each as it was written, in order: `branch=z9hG4bK…`, `rport`. */
  readonly parameters: readonly string[];
}

/** The first entry of a header that may hold several, and what follows it. */
const ENTRY =
  /^\s*SIP\s*\/\s*2\.0\s*\/\s*([\w-]+)\s+(\[[^\]]*\](?:\s*:\s*\d+)?|[^\s;,]+)((?:"(?:[^"\\]|\\.)*"|[^",])*)(.*)/is;

export function topVia(message: SipMessage): Via | null {
  const [, transport, sentBy, parameters = ''] = ENTRY.exec(headerOf(message, 'via') ?? '') ?? [];
  if (transport === undefined || sentBy === undefined) return null;
  return {
    transport: transport.toUpperCase(),
    sentBy: sentBy.replace(/\s/g, ''),
    parameters: parameters.split(';').flatMap((parameter) => (parameter.trim() === '' ? [] : [parameter.trim()])),
  };
}

/** The message with another topmost Via; what stands below it stays. */
export const withTopVia = (message: SipMessage, via: Via): SipMessage =>
  withHeader(
    message,
    'via',
    (value) =>
      value.replace(ENTRY, (_all, _transport, _sentBy, _parameters, below: string) => `${writeVia(via)}${below}`),
    'first',
  );

const writeVia = ({ transport, sentBy, parameters }: Via): string =>
  [`SIP/2.0/${transport} ${sentBy}`, ...parameters].join(';');

/** @returns '' for a parameter without a value, null where it is missing */
export function parameterOf({ parameters }: Via, name: string): string | null {
  const found = parameters.find((parameter) => nameOf(parameter) === name);
  if (found === undefined) return null;
  const equals = found.indexOf('=');
  return equals < 0 ? '' : found.slice(equals + 1).trim();
}

/** In the place of the parameter of that name, or behind all others. */
export function withParameter(via: Via, name: string, value: string): Via {
  const written = value === '' ? name : `${name}=${value}`;
  const known = via.parameters.some((parameter) => nameOf(parameter) === name);
  const replaced = via.parameters.map((parameter) => (nameOf(parameter) === name ? written : parameter));
  return { ...via, parameters: known ? replaced : [...replaced, written] };
}

const nameOf = (parameter: string): string => parameter.split('=', 1)[0]?.trim().toLowerCase() ?? '';

/** Where a server has seen us, as it wrote into the Via of its response (RFC 3581 section 4); null = it says nothing of it. */
export function seenAt(via: Via): Endpoint | null {
  const port = Number(parameterOf(via, 'rport') || Number.NaN);
  const host = (parameterOf(via, 'received') ?? '').replace(/^\[|\]$/g, '');
  return host === '' || !Number.isInteger(port) || port < 1 || port > 65_535 ? null : { host, port };
}

/** Where a request really came from, written into its Via, so that its response finds the way (RFC 3581 section 4, RFC 3261 18.2.1). */
export function withSource(via: Via, { host, port }: Endpoint): Via {
  const asked = parameterOf(via, 'rport') !== null;
  const differs = asked || hostIn(via.sentBy).toLowerCase() !== host.toLowerCase();
  const received = differs ? withParameter(via, 'received', host) : via;
  return asked ? withParameter(received, 'rport', String(port)) : received;
}

/** The host of a sent-by, without brackets. */
export const hostIn = (sentBy: string): string => sentBy.replace(/:\d*$/, '').replace(/^\[|\]$/g, '');
