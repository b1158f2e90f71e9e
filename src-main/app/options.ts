import { resolve } from 'node:path';
import * as v from 'valibot';

const rescueSchema = v.picklist(['backup', 'new', 'quit'], 'is none of backup, new and quit');
/** What to do where the database cannot be used: take its backup, begin with a new one, or give up. */
export type Rescue = v.InferOutput<typeof rescueSchema>;

/** What the command line asks for, beside Chromium's own switches. */
export interface Options {
  /** Say what the command line may be, and do nothing else. */
  readonly help: boolean;
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

/** What the command line may be, in lines of at most 100 characters. */
export const HELP = `Callback Phone: a Cisco IP Phone 7960 on the screen, with a CallBack softkey that really works.

usage: callback-phone [OPTION]... [NUMBER or tel:, sip:, callto: LINK]

A number or link fills the dial field of a phone, also where the app already runs, and never
dials by itself.

  --demo                  the demo cluster, without asking, whatever was chosen before
  --guided-demo           the story of Call Back, played on the three phones of the demo cluster
  --screenshot DIR        save a picture of every phone once all are registered, and quit
  --record FILE           write all that the Call Back service hears to the end of FILE
  --rescue-database HOW   what to do about a database that cannot be used: backup, new or quit
  --user-data-dir=DIR     keep everything that is stored in DIR
  --help                  this text
`;

/** @throws Error in words for the user if a value is missing or none */
export function readOptions(argv: readonly string[]): Options {
  const screenshots = optionValue(argv, '--screenshot', '--screenshot needs a folder: npm start -- --screenshot DIR');
  const record = optionValue(argv, '--record', '--record needs a file: npm start -- --record FILE');
  const rescue = optionValue(argv, '--rescue-database', '--rescue-database needs one of backup, new and quit');
  const checked = v.safeParse(v.nullable(rescueSchema), rescue);
  if (!checked.success) throw new Error(`--rescue-database ${rescue} ${checked.issues[0].message}`);
  return {
    help: argv.includes('--help'),
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
