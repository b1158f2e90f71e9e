import { resolve } from 'node:path';
import * as v from 'valibot';

const rescueSchema = v.picklist(['backup', 'new', 'quit'], 'is none of backup, new and quit');
/** What to do where the database cannot be used: take its backup, begin with a new one, or give up. */
export type Rescue = v.InferOutput<typeof rescueSchema>;

/** What the command line asks for, beside Chromium's own switches. */
export interface Options {
  /** Save a picture of every window to this folder once all phones are registered, then quit. */
  readonly screenshotFolder: string | null;
  /** The chapter's story is played on the phones of the demo cluster. */
  readonly guidedDemo: boolean;
  /** The demo cluster, whatever was chosen before, and no question at the first run. */
  readonly demo: boolean;
  /** Write everything that the Call Back service hears to the end of this file: see StoryRecord. */
  readonly recordFile: string | null;
  /** The answer to the question what to do about an unusable database; null = the user is asked. */
  readonly rescue: Rescue | null;
}

/** Those whose next word is their value. */
export const SWITCHES_WITH_VALUE = ['--screenshot', '--record', '--rescue-database'];

/** @throws Error in words for the user if a value is missing or none */
export function readOptions(argv: readonly string[]): Options {
  const screenshots = optionValue(argv, '--screenshot', '--screenshot needs a folder: npm start -- --screenshot DIR');
  const record = optionValue(argv, '--record', '--record needs a file: npm start -- --record FILE');
  const rescue = optionValue(argv, '--rescue-database', '--rescue-database needs one of backup, new and quit');
  const checked = v.safeParse(v.nullable(rescueSchema), rescue);
  if (!checked.success) throw new Error(`--rescue-database ${rescue} ${checked.issues[0].message}`);
  return {
    screenshotFolder: screenshots && resolve(screenshots),
    guidedDemo: argv.includes('--guided-demo'),
    demo: argv.includes('--demo') || argv.includes('--guided-demo'),
    recordFile: record && resolve(record),
    rescue: checked.output,
  };
}

/** `--name VALUE` or `--name=VALUE`; null = it is not there. */
function optionValue(argv: readonly string[], name: string, complaint: string): string | null {
  const at = argv.findIndex((argument) => argument === name || argument.startsWith(`${name}=`));
  if (at < 0) return null;
  const value = argv[at]?.split('=')[1] ?? argv[at + 1];
  if (!value || value.startsWith('--')) throw new Error(complaint);
  return value;
}
