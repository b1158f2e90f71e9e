import { constants } from 'node:os';
import { endedForSandbox, sandboxRemedies } from './sandbox.mjs';

/** A crash, in the way that a shell counts it; who is ended from outside has nothing to explain. */
const CRASHES = ['SIGILL', 'SIGTRAP', 'SIGABRT', 'SIGBUS', 'SIGSEGV'].map(
  (name) => 128 + (constants.signals[/** @type {NodeJS.Signals} */ (name)] ?? 0),
);
const LAST_WORDS = 10;

/**
 * Why Electron ended, where it could not say so itself: what it writes for its makers is not on the terminal.
 * @param {number} status its exit code; 128 and the signal's number if a signal ended it
 * @param {readonly string[]} lines that it has written last
 * @param {string} executable
 * @param {NodeJS.ProcessEnv} environment
 * @returns {string | null} in words for its user; null = there is nothing to explain
 */
export function explainEnd(status, lines, executable, environment) {
  const words = lines.join('\n');
  if (endedForSandbox(status, words)) return sandboxRemedies(executable);
  if (!CRASHES.includes(status)) return null;
  if (/Missing X server|Failed to connect to Wayland display|The platform failed to initialize/.test(words))
    return noDisplay(environment);
  return [`Electron crashed (${status}). Its last words:`, ...lines.slice(-LAST_WORDS)].join('\n');
}

/** @param {NodeJS.ProcessEnv} environment */
function noDisplay({ DISPLAY, WAYLAND_DISPLAY, XDG_RUNTIME_DIR }) {
  const named = [
    ...(DISPLAY ? [`DISPLAY is ${DISPLAY}`] : []),
    ...(WAYLAND_DISPLAY ? [`WAYLAND_DISPLAY is ${WAYLAND_DISPLAY} in ${XDG_RUNTIME_DIR || 'no XDG_RUNTIME_DIR'}`] : []),
  ];
  return [
    `No display can be reached: ${named.join(', ')}, and this user finds none there.`,
    'Start the phones in the session that you see, or correct these variables. Without them (env -u DISPLAY -u WAYLAND_DISPLAY npm start)',
    'the windows are on a virtual display that nobody sees.',
  ].join('\n');
}
