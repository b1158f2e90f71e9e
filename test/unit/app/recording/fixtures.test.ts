import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readStory } from '../../../../src-main/app/recording/read-story';
import { playStory } from '../../../replay/play-story';

/**
 * What the field has taught: recordings of a Call Back on servers that misbehave as the file's name says, each with what
 * the service is to make of it. `npm run replay FILE > FILE.expected.txt` writes that anew, to be read before it is believed.
 */
const folder = resolve('test/fixtures/stories');
const stories = readdirSync(folder).filter((file) => file.endsWith('.jsonl'));

test.each(stories)('%s', async (file) => {
  const story = readStory(readFileSync(join(folder, file), 'utf8'));
  if (!story.ok) throw new Error(story.error);
  const expected = readFileSync(join(folder, file.replace('.jsonl', '.expected.txt')), 'utf8');
  expect(`${(await playStory(story.value)).join('\n')}\n`).toBe(expected);
});

test('whatever the field is known for is there', () => {
  expect(stories.map((file) => file.replace('.jsonl', ''))).toEqual(
    expect.arrayContaining([
      'cseq-backwards',
      'early-after-terminated',
      'empty-document',
      'idle-that-is-offline',
      'interval-too-brief-423',
      'partial-with-version-gap',
      'reconnect-in-the-middle',
      'refused-404',
      'refused-489',
      'retry-after',
      'retry-after-of-the-last-resort',
      'several-dialogs-in-one',
      'subscription-gone-481',
    ]),
  );
});
