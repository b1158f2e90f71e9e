import type { FarState, LineButton } from './phone-snapshot';

/** The icon of a speed dial, in words. */
const FAR_WORDS: Readonly<Record<FarState, string>> = {
  unknown: '',
  idle: '',
  ringing: ' (ringing)',
  inUse: ' (in use)',
  doNotDisturb: ' (do not disturb)',
};

/** What stands on the display beside a line button, with the icon or the cross in words: for screen readers and for machines. */
export function wordsOfLabel({ kind, label, registered, far, messages }: LineButton): string {
  if (kind === 'speedDial') return label + FAR_WORDS[far];
  if (!registered) return `${label} (not registered)`;
  return `${label}${far === 'inUse' ? ' (in use elsewhere)' : ''}${messages ? ' (messages)' : ''}`;
}
