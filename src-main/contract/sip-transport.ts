import * as v from 'valibot';

const port = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535));
const host = v.pipe(v.string(), v.minLength(1), v.maxLength(255));
const endpointSchema = v.strictObject({ host, port });

const sipTransportNameSchema = v.picklist(['udp', 'tcp', 'tls']);
export type SipTransportName = v.InferOutput<typeof sipTransportNameSchema>;

/** How a SIP server is reached. What is null is found by RFC 3263 from the domain. */
const sipServerSchema = v.strictObject({
  /** Of the account. The server's certificate must name it, or `host` (RFC 5922). */
  domain: host,
  /** Where to go instead of the domain: a server, or an outbound proxy. */
  host: v.nullable(host),
  port: v.nullable(port),
  transport: v.nullable(sipTransportNameSchema),
  /** SHA-256 of a certificate that the user has compared and trusts here: pairs of hexadecimal digits with colons. */
  pin: v.nullable(v.pipe(v.string(), v.regex(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/i))),
  /** What keeps a NAT's way open by UDP: empty lines, or STUN, which also tells when our address has changed. */
  keepAlive: v.picklist(['crlf', 'stun']),
});
export type SipServer = Readonly<v.InferOutput<typeof sipServerSchema>>;

/** Why a server cannot be reached, or no longer. `at`: host and port, as they were tried. */
const transportFailureSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('noSuchName'), name: v.string() }),
  v.strictObject({ kind: v.literal('dnsUnavailable'), name: v.string() }),
  /** Nobody listens there. */
  v.strictObject({ kind: v.literal('refused'), at: v.string() }),
  v.strictObject({ kind: v.literal('timeOut'), at: v.string() }),
  /** This machine has no way there: the network is gone, or is another one. */
  v.strictObject({ kind: v.literal('noNetwork'), at: v.string(), code: v.string() }),
  /** The server speaks TLS 1.0 or 1.1 alone, which nothing takes for safe any more (RFC 8996). */
  v.strictObject({ kind: v.literal('oldTls'), at: v.string() }),
  v.strictObject({ kind: v.literal('notTls'), at: v.string() }),
  v.strictObject({ kind: v.literal('tls'), at: v.string(), code: v.string() }),
  v.strictObject({
    kind: v.literal('certificate'),
    at: v.string(),
    reason: v.picklist(['unknownAuthority', 'otherName', 'expired', 'notYetValid', 'notPinned', 'other']),
    /** For the user to compare: as `pin`. */
    fingerprint: v.string(),
    /** Whom the certificate names. */
    names: v.array(v.string()),
  }),
  v.strictObject({ kind: v.literal('closed'), at: v.string() }),
  /** It does not answer a keep-alive, or a request. */
  v.strictObject({ kind: v.literal('unanswered'), at: v.string() }),
  /** 503 Service Unavailable to a REGISTER. */
  v.strictObject({ kind: v.literal('unavailable'), at: v.string() }),
  /** What came was no SIP, or too long. */
  v.strictObject({ kind: v.literal('unreadable'), at: v.string(), fault: v.string() }),
]);
export type TransportFailure = Readonly<v.InferOutput<typeof transportFailureSchema>>;

/** The line page to the main process, through a port of one account. */
export const sipOrderSchema = v.variant('kind', [
  /** Connects, and stays connected over lost sockets until `disconnect`. */
  v.strictObject({ kind: v.literal('connect'), server: sipServerSchema }),
  /** Answered with `sent`. */
  v.strictObject({ kind: v.literal('send'), id: v.number(), text: v.pipe(v.string(), v.maxLength(81_920)) }),
  /** The machine was asleep, or its network is another one: no socket is to be trusted before it has answered. */
  v.strictObject({ kind: v.literal('check') }),
  /** The server has not answered a request: another one, where there is one, or a new connection. */
  v.strictObject({ kind: v.literal('tryNext') }),
  v.strictObject({ kind: v.literal('disconnect') }),
]);
export type SipOrder = v.InferOutput<typeof sipOrderSchema>;

/** And back. */
export const sipReportSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('connecting') }),
  v.strictObject({
    kind: v.literal('connected'),
    transport: v.picklist(['UDP', 'TCP', 'TLS']),
    /** Ours, as this machine knows it. */
    local: endpointSchema,
    server: endpointSchema,
    /** Since the connection before: dialogs do not survive the change unless the far end is told (RFC 3261, 12.2). */
    addressChanged: v.boolean(),
  }),
  /** Ours, as the server sees it; from now on it is in our Contact, so the line must be registered again. */
  v.strictObject({ kind: v.literal('seen'), address: endpointSchema }),
  v.strictObject({ kind: v.literal('received'), text: v.string() }),
  /** null = it has left, or by UDP: it will be repeated until an answer comes. */
  v.strictObject({ kind: v.literal('sent'), id: v.number(), failure: v.nullable(transportFailureSchema) }),
  /** Tried again by itself. Milliseconds. */
  v.strictObject({ kind: v.literal('lost'), failure: transportFailureSchema, retryAfter: v.number() }),
  /** A server that is preferred to the present one answers again: `connect` goes back to it. Best done between calls. */
  v.strictObject({ kind: v.literal('preferredAgain') }),
]);
export type SipReport = v.InferOutput<typeof sipReportSchema>;
