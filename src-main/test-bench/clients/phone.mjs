import { parseArgs } from 'node:util';
import { userDataFolder } from '../../command-line/user-data-folder.mjs';
import { controlOf, NoApp, Refused } from './control-client.mjs';
import { COMMANDS, USAGE, WrongUsage } from './phone-commands.mjs';

/** `npm run phone -- COMMAND …`: the control API at a terminal. */
const HELD = 0;
const NOT_HELD = 1;
const WRONG_USAGE = 2;
const NO_APP = 3;

process.exitCode = await run(process.argv.slice(2));

/**
 * @param {readonly string[]} words
 * @returns {Promise<number>}
 */
async function run(words) {
  try {
    const { values, positionals } = parse(words);
    const [name = '', ...rest] = positionals;
    if (values.help) {
      process.stdout.write(USAGE);
      return HELD;
    }
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!command) throw new WrongUsage(name === '' ? 'which command?' : `${name} is no command`);
    if (rest.length < command.least || rest.length > command.most)
      throw new WrongUsage(`${name} takes ${command.least === command.most ? '' : 'at least '}${command.least} words`);
    const folder = values['user-data-dir'] ?? userDataFolder([], process.env);
    await command.run(controlOf(folder), rest, {
      json: values.json,
      timeout: values.timeout,
      say: (line) => void process.stdout.write(`${line}\n`),
    });
    return HELD;
  } catch (error) {
    return complain(error);
  }
}

/** @param {readonly string[]} words */
function parse(words) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        timeout: { type: 'string' },
        'user-data-dir': { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error));
  }
}

/** @param {unknown} error @returns {number} */
function complain(error) {
  if (!(error instanceof Error)) throw error;
  process.stderr.write(`phone: ${error.message}\n`);
  if (error instanceof NoApp) return NO_APP;
  if (error instanceof WrongUsage) {
    process.stderr.write(USAGE);
    return WRONG_USAGE;
  }
  // A mistake in what was asked for, and not in how the phone is.
  if (error instanceof Refused && (error.status === 400 || error.status === 404)) return WRONG_USAGE;
  return NOT_HELD;
}
