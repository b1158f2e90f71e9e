import { systemClock } from '../base/system-clock';
import type { SdiSink } from '../cef/ports';
import type { LogLevel } from '../contract/preferences';
import { MAX_START, RollingFile } from './rolling-file';

/** Weeks of a phone with every SIP message, and what a letter to whoever helps can carry. */
const MAX_BYTES = 10_000_000;

/**
 * Where trace and alarm go: to standard error, for whoever started the app in a terminal, and with all details to a file.
 *
 * @param levelOf asked for each line: how much of it is kept
 * @param quiet of the terminal: it gets the alarms alone
 * @param onDidChange told when the file cannot be written any more, and when it can again
 */
export function openLog(
  file: string,
  levelOf: () => LogLevel,
  quiet: boolean,
  onDidChange: (works: boolean) => void,
): SdiSink {
  const kept = new RollingFile(file, MAX_BYTES, systemClock, onDidChange);
  let begun = 0;
  // A terminal that was closed takes nothing any more; that is no reason to end.
  process.stderr.on('error', () => {});
  return {
    write: (level, line) => {
      if (level === 'detail') {
        if (levelOf() === 'everything') kept.write(line);
        return;
      }
      const isAlarm = level === 'alarm';
      if (!quiet || isAlarm) process.stderr.write(`${line}\n`);
      const isOfStart = begun++ < MAX_START;
      if (levelOf() !== 'alarms' || isAlarm) kept.write(line, isOfStart || isAlarm);
    },
  };
}
