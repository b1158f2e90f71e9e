import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SdiSink } from '../cef/ports';
import type { LogLevel } from '../contract/preferences';

/**
 * Where trace and alarm go: to standard output, for whoever started the app in a terminal, and with all details to a
 * file that starts anew with each run. A disk that is full must not stop a call: what cannot be written is dropped, and said once.
 *
 * @param levelOf asked for each line: how much of it is kept
 */
export function openLog(file: string, levelOf: () => LogLevel): SdiSink {
  mkdirSync(dirname(file), { recursive: true });
  const stream = createWriteStream(file, { flags: 'w' });
  let works = true;
  stream.on('error', (error) => {
    if (works) console.error(`${file} cannot be written: ${error.message}`);
    works = false;
  });
  // A terminal that was closed takes nothing any more; that is no reason to end.
  process.stdout.on('error', () => {});
  const keep = (line: string): void => {
    if (works) stream.write(`${line}\n`);
  };
  return {
    write: (line) => {
      process.stdout.write(`${line}\n`);
      if (levelOf() !== 'alarms' || isAlarm(line)) keep(line);
    },
    writeDetail: (line) => {
      if (levelOf() === 'everything') keep(line);
    },
  };
}

/** As Sdi writes its lines. */
const isAlarm = (line: string): boolean => line.split(' ', 2)[1] === 'ALARM';
