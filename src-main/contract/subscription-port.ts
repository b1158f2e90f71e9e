import * as v from 'valibot';
import { outsideReason } from './outside-text';

/**
 * The part of the line port that watches other people's lines on a SIP server (RFC 6665). Subscriptions, publications and
 * questions are named by ids that the main process chooses, each used once.
 */

const lineId = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(128));
const seconds = v.pipe(v.number(), v.integer(), v.minValue(0));
/** A number of the account's domain, or a whole `sip:` address with its parameters. */
const target = v.pipe(v.string(), v.minLength(1), v.maxLength(512));

/** RFC 4235, RFC 3856, RFC 6910 and RFC 3842. */
const eventPackageSchema = v.picklist(['dialog', 'presence', 'call-completion', 'message-summary']);
export type EventPackage = v.InferOutput<typeof eventPackageSchema>;
/** Those that tell of a line, and not of its mailbox. */
export type LinePackage = Exclude<EventPackage, 'message-summary'>;

export const watchCommandSchemas = [
  /**
   * Watches until `unsubscribe`, over refreshes, refusals for a time, and lost sockets; or, with `once`, asks for the
   * state as it is now and is over with the first notification (RFC 6665, 4.4.3).
   */
  v.strictObject({
    kind: v.literal('subscribe'),
    line: lineId,
    subscription: id,
    target,
    event: eventPackageSchema,
    expires: seconds,
    once: v.boolean(),
  }),
  v.strictObject({ kind: v.literal('unsubscribe'), line: lineId, subscription: id }),
  /**
   * RFC 3903, with `Event: presence` and a body of application/pidf+xml. The same publication again modifies it; expires 0
   * removes it. Refreshed until then.
   */
  v.strictObject({
    kind: v.literal('publish'),
    line: lineId,
    publication: id,
    target,
    body: v.string(),
    expires: seconds,
  }),
  /** Asks once how a line stands: OPTIONS (RFC 3261, 11), or an INVITE that is cancelled at the first ring. */
  v.strictObject({
    kind: v.literal('ask'),
    line: lineId,
    question: id,
    target,
    how: v.picklist(['options', 'invite']),
  }),
] as const;

const status = v.nullable(v.number());

export const watchEventSchemas = [
  /**
   * - `active`   a subscription has begun, and each time it has begun anew: what was told before is forgotten
   * - `lost`     nothing that was told is to be relied on until it is active again; it is being tried
   * - `refused`  final: the server will not have it, and nothing more follows
   *
   * `status`: the SIP status of the refusal, null where no server answered or the server ended it by a NOTIFY.
   * `reason`: of a NOTIFY's Subscription-State (RFC 6665, 4.1.3), null where there was none.
   */
  v.strictObject({
    kind: v.literal('subscription'),
    line: lineId,
    subscription: id,
    state: v.picklist(['active', 'lost', 'refused']),
    status,
    reason: v.nullable(outsideReason),
  }),
  /** A NOTIFY. Its body may be empty: the server knows nothing of the line. */
  v.strictObject({
    kind: v.literal('notified'),
    line: lineId,
    subscription: id,
    contentType: outsideReason,
    body: v.string(),
  }),
  /** How a PUBLISH was answered; null where no server answered. */
  v.strictObject({ kind: v.literal('published'), line: lineId, publication: id, status }),
  /** The answer to `ask`: the final status, or 180 for an INVITE that rang; `retryAfter` in seconds. */
  v.strictObject({
    kind: v.literal('asked'),
    line: lineId,
    question: id,
    status,
    retryAfter: v.nullable(v.number()),
  }),
] as const;
