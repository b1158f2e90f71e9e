import { expect, test } from 'vitest';
import { readStory } from '../../../../src-main/app/recording/read-story';
import { StoryRecorder } from '../../../../src-main/app/recording/story-recorder';
import { DEFAULT_PARAMETERS } from '../../../../src-main/contract/service-parameters';
import { playStory } from '../../../replay/play-story';
import { dialogs, PbxDesk, presence } from '../../pbx/pbx-desk';

const START = JSON.stringify({ record: 'start', at: 0, format: 1, parameters: DEFAULT_PARAMETERS });
const TICK = JSON.stringify({ record: 'handler', at: 1, event: { kind: 'tick' } });

test('a day at the desk is written down without its passwords, and does the same again', async () => {
  const lines: string[] = [];
  const desk = new PbxDesk({}, new StoryRecorder((line) => lines.push(line)));
  desk.addLine({ password: 'the password of 1001' });
  desk.serves({ dialog: dialogs('confirmed'), presence: presence('open') });
  desk.calling('1002', 486);
  desk.callBack('1002');
  await desk.idle();
  desk.registered();
  await desk.seconds(5);
  desk.serves({ dialog: dialogs() });
  desk.notify('dialog', dialogs('terminated'));
  await desk.idle();
  desk.press('Dial');
  await desk.seconds(1);
  desk.addLine({ password: 'another password' });
  const text = lines.join('\n');
  expect(text).not.toMatch(/password/);
  const story = readStory(text);
  if (!story.ok) throw new Error(story.error);
  const played = await playStory(story.value);
  // In the words of the desk: what it said, and what it sent.
  expect(
    played.filter((line) => /showScreen|alert|dial /.test(line)).map((line) => line.split(' SEP')[0]?.trim()),
  ).toEqual(['0.000  showScreen', '5.000  showScreen', '5.000  alert', '5.000  dial']);
  expect(played.filter((line) => / (subscribe|fetch) /.test(line))).toHaveLength(
    desk.sent().filter((word) => /^(subscribe|fetch)/.test(word)).length,
  );
});

test.each([
  ['nothing at all', '\n\n', 'there is nothing in it'],
  ['no start', TICK, 'line 1: a story begins with a start, and this is a record of handler'],
  ['no JSON', `${START}\n\n{"record":"hand`, /^line 3: Invalid JSON/],
  [
    'a later version of the format',
    START.replace('"format":1', '"format":2'),
    'line 1: format: another version of the app has written it: only format 1 can be read',
  ],
  [
    'an event that is none any more',
    `${START}\n${TICK}\n${TICK.replace('tick', 'lineReborn')}`,
    /^line 3: event\.kind: Invalid type/,
  ],
  [
    'an event with another field',
    `${START}\n${TICK.replace('"kind":"tick"', '"kind":"callFailed","device":"SEP1","number":"1002","code":486')}`,
    /^line 2: event\.status/,
  ],
])('%s is refused with the number of the line', (_name, text, problem) => {
  expect(readStory(text)).toEqual({
    ok: false,
    error: problem instanceof RegExp ? expect.stringMatching(problem) : problem,
  });
});
