/** What RFC 4235 and RFC 3856 tell us of, as a user would say it. */
const SUBJECT = { dialog: 'calls of other lines', presence: 'presence of other people' } as const;
export type WatchedPackage = keyof typeof SUBJECT;

/** Both are lacking. */
export const NOTHING_IS_TOLD =
  'The server tells nothing of other lines. Call Back works only with the last resort (Advanced), if you allow it.';

/** Why a subscription to the own line was refused, in words for the user. */
export function refusalWords(event: WatchedPackage, status: number | null): string {
  if (status === null) return `The server ended the subscription to the ${SUBJECT[event]}.`;
  return `${causeOf(event, status)} (${status})`;
}

function causeOf(event: WatchedPackage, status: number): string {
  if ([405, 489, 501].includes(status)) return `The server does not tell of ${SUBJECT[event]}.`;
  if ([401, 403, 407, 603].includes(status))
    return `The server does not allow this number to ask for the ${SUBJECT[event]}. Ask its administrator.`;
  if (status === 404)
    return `The server has nothing to tell of this number: there the ${SUBJECT[event]} is set up number by number (Asterisk calls it a hint). Ask its administrator.`;
  if (status >= 500 && status < 600) return `The server cannot tell of ${SUBJECT[event]} now.`;
  return `The server refuses to tell of ${SUBJECT[event]}.`;
}

export const lateWords = (event: WatchedPackage, seconds: number): string =>
  `The server did not tell of ${SUBJECT[event]} within ${seconds} seconds.`;

export const TOLD: Readonly<Record<WatchedPackage, string>> = {
  dialog: 'The server tells at once when a line is busy or free.',
  presence: 'The server tells who is present.',
};
