/** What was thrown, in words for a log line or a message: whatever may be thrown in JavaScript is not always an Error. */
export const errorWords = (error: unknown): string => (error instanceof Error ? error.message : String(error));
