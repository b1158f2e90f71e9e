/** What one phone may hold of the server's. */
export const MAX_CONTACTS_OF_LINE = 10;
export const MAX_SUBSCRIPTIONS_OF_PHONE = 200;
/** Calls that it has begun and nobody has answered. */
export const MAX_EARLY_DIALOGS_OF_PHONE = 20;

/** RFC 3261 section 21.5.4: it may try again when it holds less. */
export const TOO_MANY = { statusCode: 503, extraHeaders: ['Retry-After: 5'] };
