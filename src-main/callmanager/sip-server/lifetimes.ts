/** A header's count of seconds or hops; undefined where it is missing or no such count. */
export function parseCount(text: string | null | undefined): number | undefined {
  return text && /^\s*\d{1,10}\s*$/.test(text) ? Number(text) : undefined;
}

/** What a phone is granted that asks for a life of so many seconds. */
export type Grant = { readonly kind: 'granted'; readonly seconds: number } | { readonly kind: 'tooBrief' };

/** The bounds of the lives of registrations and subscriptions. */
export interface Lifetimes {
  readonly shortest: number;
  readonly longest: number;
}

/**
 * RFC 3261 section 10.3: "If and only if the requested expiration interval is greater than zero AND smaller than one
 * hour AND less than a registrar-configured minimum, the registrar MAY reject the registration".
 */
export function grantLifetime(asked: number | undefined, { shortest, longest }: Lifetimes): Grant {
  if (asked === undefined) return { kind: 'granted', seconds: longest };
  if (asked > 0 && asked < shortest && asked < 3600) return { kind: 'tooBrief' };
  return { kind: 'granted', seconds: Math.min(asked, longest) };
}
