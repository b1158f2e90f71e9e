import { resolve } from 'node:path';
import { complaintAbout, optionValue, RESCUES } from '../command-line/command-line.mjs';

export type Rescue = (typeof RESCUES)[number];

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
  /** The port at which the control API listens, 0 = any that is free; null = it is off. */
  readonly controlPort: number | null;
  /** Each phone has a web server of its own, on this computer alone. */
  readonly phoneWeb: boolean;
  /** An account to be offered to the user; see AccountFile. */
  readonly accountFile: string | null;
  /** It is accepted without asking. */
  readonly acceptAccount: boolean;
  /** The answer to the question what to do about an unusable database; null = the user is asked. */
  readonly rescue: Rescue | null;
}

/** The user has written something on the command line that is none. Its message is for the user, and ends the app with 2. */
export class WrongUsage extends Error {}

/** @throws WrongUsage if an option is unknown, or its value is missing or none */
export function readOptions(argv: readonly string[]): Options {
  const complaint = complaintAbout(argv);
  if (complaint) throw new WrongUsage(complaint);
  const [screenshots, record] = [optionValue(argv, '--screenshot'), optionValue(argv, '--record')];
  const account = optionValue(argv, '--account');
  const rescue = optionValue(argv, '--rescue-database');
  return {
    help: argv.includes('--help'),
    version: argv.includes('--version'),
    quiet: argv.includes('--quiet'),
    screenshotFolder: screenshots && resolve(screenshots),
    guidedDemo: argv.includes('--guided-demo'),
    phoneWeb: argv.includes('--phone-web'),
    demo: argv.includes('--demo') || argv.includes('--guided-demo'),
    recordFile: record && resolve(record),
    controlPort: controlPort(argv),
    accountFile: account && resolve(account),
    acceptAccount: argv.includes('--accept-account'),
    rescue: RESCUES.find((one) => one === rescue) ?? null,
  };
}

/** `--control` or `--control=PORT`; what it may be, the command line has been asked already. */
function controlPort(argv: readonly string[]): number | null {
  const word = argv.find((argument) => argument === '--control' || argument.startsWith('--control='));
  return word === undefined ? null : Number(word.split('=')[1] ?? 0);
}
