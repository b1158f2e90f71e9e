import { resolve } from 'node:path';
import * as v from 'valibot';
import { complaintAbout } from '../command-line/command-line.mjs';

const rescueSchema = v.picklist(['backup', 'new', 'quit'], 'is none of backup, new and quit');
/** What to do where the database cannot be used: take its backup, begin with a new one, or give up. */
export type Rescue = v.InferOutput<typeof rescueSchema>;

/** What the command line asks for, beside Chromium's own switches. */
export interface Options {
  /** Say what the command line may be, and do nothing else. */
  readonly help: boolean;
  /** Say which version this is, and do nothing else. */
  readonly version: boolean;
  /** Nothing on the terminal but what went wrong. */
  readonly quiet: boolean;
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

/** The user has written something on the command line that is none. Its message is for the user, and ends the app with 2. */
export class WrongUsage extends Error {}

/** @throws WrongUsage if an option is unknown, or its value is missing or none */
export function readOptions(argv: readonly string[]): Options {
  const complaint = complaintAbout(argv);
  if (complaint) throw new WrongUsage(complaint);
  const screenshots = optionValue(argv, '--screenshot', '--screenshot needs a folder: npm start -- --screenshot DIR');
  const record = optionValue(argv, '--record', '--record needs a file: npm start -- --record FILE');
  const rescue = optionValue(argv, '--rescue-database', '--rescue-database needs one of backup, new and quit');
  const checked = v.safeParse(v.nullable(rescueSchema), rescue);
  if (!checked.success) throw new WrongUsage(`--rescue-database ${rescue} ${checked.issues[0].message}`);
  return {
    help: argv.includes('--help'),
    version: argv.includes('--version'),
    quiet: argv.includes('--quiet'),
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
  const value = argv[at] === name ? argv[at + 1] : argv[at]?.slice(name.length + 1);
  if (!value || value.startsWith('--')) throw new WrongUsage(complaint);
  return value;
}
