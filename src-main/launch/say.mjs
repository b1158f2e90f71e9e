let quiet = false;

/** From now on only what stops a start is told. */
export function beQuiet() {
  quiet = true;
}

/**
 * Tells the person at the terminal what is going on. Goes to stderr, so that stdout stays the app's own.
 * @param {string} line
 */
export function say(line) {
  if (!quiet) complain(line);
}

/** @param {string} line */
function complain(line) {
  process.stderr.write(`callback-phone: ${line}\n`);
}

/**
 * How far something is: one line that is written over and over at a terminal, and now and then a line where there is none.
 */
export function sayProgress() {
  const atTerminal = process.stderr.isTTY;
  let shownAt = 0;
  let shown = false;
  return {
    /** @param {string} words */
    show(words) {
      const now = Date.now();
      if (quiet || now - shownAt < (atTerminal ? 200 : 10_000)) return;
      // Where it takes no time nobody needs to be told.
      if (shownAt === 0) shownAt = now;
      else {
        shownAt = now;
        shown = true;
        if (atTerminal) process.stderr.write(`\rcallback-phone: ${words} `);
        else say(words);
      }
    },
    end() {
      if (shown && atTerminal) process.stderr.write('\n');
    },
  };
}

/** Something the person must put right. Its message says what and how, so no stack is printed. */
export class CannotContinue extends Error {}

/** The person has written something on the command line that is no option: ends with 2. */
export class WrongUsage extends CannotContinue {}

/**
 * Runs a command-line entry point: an expected stop becomes one plain message, a bug keeps its stack.
 * @param {() => Promise<number>} main resolves to the exit code
 */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (error instanceof CannotContinue) complain(error.message);
    else console.error(error);
    process.exitCode = error instanceof WrongUsage ? 2 : 1;
  }
}
