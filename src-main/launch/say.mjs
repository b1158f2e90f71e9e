/**
 * Tells the person at the terminal what is going on. Goes to stderr, so that stdout stays the app's own.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`callback-phone: ${line}\n`);
}

/** Something the person must put right. Its message says what and how, so no stack is printed. */
export class CannotContinue extends Error {}

/**
 * Runs a command-line entry point: an expected stop becomes one plain message, a bug keeps its stack.
 * @param {() => Promise<number>} main resolves to the exit code
 */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (error instanceof CannotContinue) say(error.message);
    else console.error(error);
    process.exitCode = 1;
  }
}
