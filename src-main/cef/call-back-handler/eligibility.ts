/** What the database knows of a number that Call Back is wanted on. */
export type Destination =
  | { readonly kind: 'notFound' }
  /** It is there, and whoever has it allows no Call Back on it. */
  | { readonly kind: 'notAllowed' }
  /** `model` as the database names it; of a CTI route point, that of the phone behind it. Other people's servers do not say it. */
  | { readonly kind: 'found'; readonly features: CallFeatures; readonly model?: string };

/** The columns of the chapter's Table 4-1. For a forward, null = not configured. */
export interface CallFeatures {
  readonly callWaiting: boolean;
  readonly forwardAll: string | null;
  readonly forwardBusy: string | null;
  readonly forwardNoAnswer: string | null;
}

export type Refusal = 'cannotActivate' | 'cannotInvoke';

/**
 * May Call Back be activated?
 *
 * @returns null if it may, else the screen that refuses it
 */
export function refusalOf(destination: Destination, calling: string, called: string): Refusal | null {
  // "When Phone A tries to activate Call Back and the extension is not found in the database"
  if (destination.kind === 'notFound') return 'cannotActivate';
  // A phone cannot wait for itself: it is never free while it asks.
  if (calling === called || destination.kind === 'notAllowed') return 'cannotInvoke';
  return isSupported(destination.features) ? null : 'cannotInvoke';
}

/**
 * Table 4-1: "You cannot activate call back notification if the called party has forwarded all calls to another
 * extension." Every other row is supported.
 */
export const isSupported = (features: CallFeatures): boolean => features.forwardAll === null;
