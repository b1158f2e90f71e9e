import { openSync, readFileSync, writeSync } from 'node:fs';
import { readStory } from '../../../src-main/app/recording/read-story.ts';
import type { SqlDatabase } from '../../../src-main/base/sql-database.ts';
import { openDatabase } from '../../../src-main/store/open-database.ts';
import { StoryService } from './story-service.ts';

/**
 * A process that is made to be killed: the service goes through a story, and writes down what it hears, before anything comes
 * of it, and what it tells, as it tells it. With a cut it kills itself, before or after that statement of SQL.
 *
 * usage: node story-process.mjs DATABASE STORY LOG [CUT]
 */
const [file = '', storyFile = '', logFile = '', cut = ''] = process.argv.slice(2);
const log = openSync(logFile, 'a');
const write = (line: string): void => void writeSync(log, `${line}\n`);
const story = readStory(readFileSync(storyFile, 'utf8'));
if (!story.ok) throw new Error(story.error);
const [start, ...records] = story.value;
if (start?.record !== 'start') throw new Error('the story has no start');

let pointsPassed = 0;
const database = openDatabase(file);
write('opened');
const service = new StoryService(cutAt(database, cut === '' ? Number.POSITIVE_INFINITY : Number(cut)), start, {
  told: (words) => write(`told ${words}`),
  recorder: { started: () => {}, heard: (event, now) => write(`heard ${JSON.stringify({ event, now })}`) },
});
for (const record of records) {
  service.play(record);
  // Answers come later, as over a wire.
  await new Promise(setImmediate);
}
service.service.stop();
database.close();
write(`points ${pointsPassed}`);
write('done');

/** @param point how many points before and after statements are passed before the end */
function cutAt(whole: SqlDatabase, point: number): SqlDatabase {
  const passPoint = (): void => {
    if (pointsPassed === point) process.kill(process.pid, 'SIGKILL');
    pointsPassed += 1;
  };
  const pass = <Value>(statement: () => Value): Value => {
    passPoint();
    const value = statement();
    passPoint();
    return value;
  };
  return {
    ...whole,
    run: (sql, ...values) => pass(() => whole.run(sql, ...values)),
    transaction: (work) => pass(() => whole.transaction(work)),
  };
}
