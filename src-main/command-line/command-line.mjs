import { isChromiumSwitch } from './chromium-switches.mjs';
import { changesBetween, nearestWord } from './nearest-word.mjs';

/** What may stand on the command line: known here, so that a slip costs nobody the minute that a first start takes. */

/** What to do where the database cannot be used: take its backup, begin with a new one, or give up. */
export const RESCUES = /** @type {const} */ (['backup', 'new', 'quit']);
/** What those need whose next word is their value. */
const NEEDED = {
  '--screenshot': 'a folder: npm start -- --screenshot DIR',
  '--record': 'a file: npm start -- --record FILE',
  '--account': 'a file: npm start -- --account FILE',
  '--rescue-database': 'one of backup, new and quit',
};
export const SWITCHES_WITH_VALUE = Object.keys(NEEDED);
const SWITCHES_ALONE = ['--accept-account', '--demo', '--guided-demo', '--phone-web', '--quiet', '--version', '--help'];
/** Chromium's own, which takes no next word. */
const USER_DATA = '--user-data-dir';
/** Alone, or with a port behind "=". */
const CONTROL = '--control';
const MAX_PORT = 65_535;
const OWN_SWITCHES = [...SWITCHES_ALONE, ...SWITCHES_WITH_VALUE, USER_DATA, CONTROL];
/** Changes of a letter up to which one of ours was meant, although Chromium may have such a switch as well. */
const SLIP = 2;

/** What the command line may be, in lines of at most 100 characters. */
export const HELP = `Callback Phone: a Cisco IP Phone 7960 on the screen, with a CallBack softkey that really works.

usage: callback-phone [OPTION]... [NUMBER or tel:, sip:, callto: LINK]

A number or link fills the dial field of a phone, also where the app already runs, and never
dials by itself.

  --account FILE          offer the account in a JSON file
  --accept-account        beside it: take the account without asking, and connect with it
  --demo                  the demo cluster, without asking, whatever was chosen before
  --guided-demo           the story of Call Back, played on the three phones of the demo cluster
  --screenshot DIR        save a picture of every phone once all are registered, and quit
  --record FILE           write all that the Call Back service hears to the end of FILE
  --control[=PORT]        let programs of this computer press and read phones: docs/test-bench.md
  --phone-web             each phone has a web server, as a desk phone has: see phone-web.json
  --rescue-database HOW   what to do about a database that cannot be used: backup, new or quit
  --user-data-dir=DIR     keep everything that is stored in DIR
  --quiet                 print nothing but what goes wrong
  --version               print the version
  --help                  this text

Switches of Chromium and Electron, such as --no-sandbox or --ozone-platform=wayland, work as well.
`;

/**
 * `--name VALUE` or `--name=VALUE`.
 * @param {readonly string[]} words
 * @param {keyof typeof NEEDED} name
 * @returns {string | null} null = it is not there
 */
export function optionValue(words, name) {
  const at = words.findIndex((word) => word === name || word.startsWith(`${name}=`));
  if (at < 0) return null;
  return (words[at] === name ? words[at + 1] : words[at]?.slice(name.length + 1)) ?? '';
}

/**
 * @param {readonly string[]} words
 * @returns {string | null} what is wrong with the first that is no option, or that lacks its value, in words for its user
 */
export function complaintAbout(words) {
  for (const [at, word] of words.entries()) {
    const complaint = SWITCHES_WITH_VALUE.includes(words[at - 1] ?? '') ? null : complaintAboutOne(word);
    if (complaint !== null) return complaint;
  }
  for (const [option, needed] of Object.entries(NEEDED)) {
    const value = optionValue(words, /** @type {keyof typeof NEEDED} */ (option));
    if (value === '' || value?.startsWith('--')) return `${option} needs ${needed}`;
  }
  if (words.includes('--accept-account')) {
    if (optionValue(words, '--account') === null) return '--accept-account needs --account FILE beside it';
    const demo = ['--demo', '--guided-demo'].find((option) => words.includes(option));
    if (demo) return `--accept-account connects your phone system and ${demo} the demo cluster: leave one of them out`;
  }
  return complaintAboutRescue(optionValue(words, '--rescue-database'));
}

/**
 * @param {string | null} word
 * @returns {string | null}
 */
function complaintAboutRescue(word) {
  if (word === null || RESCUES.some((one) => one === word)) return null;
  const meant = nearestWord(word, RESCUES);
  return `--rescue-database ${word} is none of backup, new and quit${meant ? `: did you mean ${meant}?` : ''}`;
}

/**
 * @param {string} word no value of the one before it
 * @returns {string | null}
 */
function complaintAboutOne(word) {
  const [name = '', ...value] = word.split('=');
  if (!isOption(word) || SWITCHES_WITH_VALUE.includes(name)) return null;
  if (name === USER_DATA) return value.join('=') === '' ? `${USER_DATA} needs a folder: ${USER_DATA}=DIR` : null;
  if (name === CONTROL)
    return value.length === 0 || isPort(value.join('=')) ? null : `${CONTROL} takes a port: ${CONTROL}=8123`;
  if (SWITCHES_ALONE.includes(name)) return value.length > 0 ? `${name} takes no value` : null;
  if (isChromiumSwitch(name) && !isSlip(name)) return null;
  const meant = nearestWord(name, OWN_SWITCHES);
  return `${name} is no option${meant ? `: did you mean ${meant}?` : ''} (--help lists them)`;
}

/**
 * `-r FILE` is Electron's own, `-psn_…` the Finder's.
 * @param {string} word
 */
const isOption = (word) => /^-./.test(word) && word !== '--' && word !== '-r' && !word.startsWith('-psn_');

/** @param {string} word */
const isPort = (word) => /^\d{1,5}$/.test(word) && Number(word) <= MAX_PORT;

/** @param {string} name */
const isSlip = (name) => OWN_SWITCHES.some((own) => changesBetween(name, own) <= SLIP);
