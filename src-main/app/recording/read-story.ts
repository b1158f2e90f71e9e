import * as v from 'valibot';
import { failure, type Result, success } from '../../base/result';
import { type StoryRecord, storyRecordSchema } from './record';

/** Reads a story. @returns what is wrong with it, in words and with the number of the line, where it cannot be read */
export function readStory(text: string): Result<readonly StoryRecord[], string> {
  const records: StoryRecord[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const read = v.safeParse(v.pipe(v.string(), v.parseJson(), storyRecordSchema), line);
    if (!read.success) return failure(`line ${index + 1}: ${problemOf(read.issues[0])}`);
    if (records.length === 0 && read.output.record !== 'start')
      return failure(`line ${index + 1}: a story begins with a start, and this is a record of ${read.output.record}`);
    records.push(read.output);
  }
  return records.length > 0 ? success(records) : failure('there is nothing in it');
}

function problemOf(issue: v.BaseIssue<unknown>): string {
  const where = v.getDotPath(issue);
  return where ? `${where}: ${issue.message}` : issue.message;
}
