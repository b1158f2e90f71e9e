import { resolve } from 'node:path';

/** What the command line asks for, beside Chromium's own switches. */
export interface Options {
  /** Save a picture of every window to this folder once all phones are registered, then quit. */
  readonly screenshotFolder: string | null;
  /** The demo cluster, whatever was chosen before, and no question at the first run. */
  readonly demo: boolean;
}

/** @throws Error in words for the user if a value is missing */
export function readOptions(argv: readonly string[]): Options {
  const demo = argv.includes('--demo');
  const at = argv.findIndex((argument) => argument === '--screenshot' || argument.startsWith('--screenshot='));
  if (at < 0) return { screenshotFolder: null, demo };
  const value = argv[at]?.split('=')[1] ?? argv[at + 1];
  if (!value || value.startsWith('--')) throw new Error('--screenshot needs a folder: npm start -- --screenshot DIR');
  return { screenshotFolder: resolve(value), demo };
}
