/**
 * Chooses what the caller is told when every phone has refused.
 *
 * RFC 3261 section 16.7 step 6: "It MUST choose from the 6xx class responses if any exist in the context. If no 6xx
 * class responses are present, the proxy SHOULD choose from the lowest response class stored in the response context."
 */
export function bestRefusal(statuses: readonly number[]): number {
  const [best] = statuses.map(asRefusal).sort((one, other) => rank(one) - rank(other));
  return best ?? 480;
}

/**
 * A phone's answer as it may be told to a caller.
 *
 * - 3xx: where a phone sends a call is for this server to follow; if it could not, the caller fares no better.
 * - 401, 407: the caller would take the challenge for ours and could never meet it.
 * - 503: RFC 3261 section 16.7: the caller would take it that this whole server is down.
 */
function asRefusal(status: number): number {
  return status < 400 || status === 401 || status === 407 || status === 503 ? 480 : status;
}

/** Lower is better. */
function rank(status: number): number {
  const responseClass = status >= 600 ? 0 : Math.floor(status / 100);
  return responseClass * 10 + vagueness(status);
}

/** Busy says the most, "nobody there" the least. */
function vagueness(status: number): number {
  if (status === 486) return 0;
  return status === 480 || status === 408 || status === 487 ? 2 : 1;
}
