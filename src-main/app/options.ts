import { resolve } from 'node:path';
import * as v from 'valibot';
import { isChromiumSwitch } from './chromium-switches';
import { changesBetween, nearestWord } from './nearest-word';

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

/** Those whose next word is their value. */
export const SWITCHES_WITH_VALUE = ['--screenshot', '--record', '--rescue-database'];
const SWITCHES_ALONE = ['--demo', '--guided-demo', '--quiet', '--version', '--help'];
/** Chromium's own, which takes no next word. */
const USER_DATA = '--user-data-dir';
const OWN_SWITCHES = [...SWITCHES_ALONE, ...SWITCHES_WITH_VALUE, USER_DATA];
/** Changes of a letter up to which one of ours was meant, although Chromium may have such a switch as well. */
const SLIP = 2;

/** The user has written something on the command line that is none. Its message is for the user, and ends the app with 2. */
export class WrongUsage extends Error {}

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
  --quiet                 print nothing but what goes wrong
  --version               print the version
  --help                  this text

Switches of Chromium and Electron, such as --no-sandbox or --ozone-platform=wayland, work as well.
`;

/** @throws WrongUsage if an option is unknown, or its value is missing or none */
export function readOptions(argv: readonly string[]): Options {
  for (const [at, word] of argv.entries()) if (!SWITCHES_WITH_VALUE.includes(argv[at - 1] ?? '')) checkWord(word);
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

/** A word that is no value of the one before it. @throws WrongUsage */
function checkWord(word: string): void {
  const [name = '', ...value] = word.split('=');
  if (!isOption(word) || SWITCHES_WITH_VALUE.includes(name)) return;
  if (name === USER_DATA) {
    if (value.join('=') === '') throw new WrongUsage(`${USER_DATA} needs a folder: ${USER_DATA}=DIR`);
  } else if (SWITCHES_ALONE.includes(name)) {
    if (value.length > 0) throw new WrongUsage(`${name} takes no value`);
  } else if (!isChromiumSwitch(name) || isSlip(name)) {
    const meant = nearestWord(name, OWN_SWITCHES);
    throw new WrongUsage(`${name} is no option${meant ? `: did you mean ${meant}?` : ''} (--help lists them)`);
  }
}

/** `-r FILE` is Electron's own, `-psn_…` the Finder's. */
const isOption = (word: string): boolean =>
  /^-./.test(word) && word !== '--' && word !== '-r' && !word.startsWith('-psn_');

const isSlip = (name: string): boolean => OWN_SWITCHES.some((own) => changesBetween(name, own) <= SLIP);

/** `--name VALUE` or `--name=VALUE`; null = it is not there. */
function optionValue(argv: readonly string[], name: string, complaint: string): string | null {
  const at = argv.findIndex((argument) => argument === name || argument.startsWith(`${name}=`));
  if (at < 0) return null;
  const value = argv[at] === name ? argv[at + 1] : argv[at]?.slice(name.length + 1);
  if (!value || value.startsWith('--')) throw new WrongUsage(complaint);
  return value;
}
