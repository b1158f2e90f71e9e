import type { StartRecord, StoryRecord } from '../../src-main/app/recording/record';
import { emptyHandler, type HandlerState } from '../../src-main/cef/call-back-handler/handler-state';
import { reduceHandler } from '../../src-main/cef/call-back-handler/reduce';
import { DeskPlayer } from './desk-player';
import { effectWords, seconds } from './effect-words';

/** What the service did in a story, a line each: when, in seconds since the start, and what. */
export async function playStory(records: readonly StoryRecord[]): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const [start, ...rest] of runsOf(records)) {
    if (start?.record !== 'start') continue;
    lines.push('start');
    const say = (words: string, at: number): void => {
      lines.push(`${seconds(at - start.at).padStart(9)}  ${words}`);
    };
    if (rest.some(({ record }) => record === 'link')) await new DeskPlayer(start, rest, say).play();
    else playHandler(start, rest, say);
  }
  return lines;
}

/** Each start begins a new run, which knows nothing of the one before. */
function runsOf(records: readonly StoryRecord[]): readonly (readonly StoryRecord[])[] {
  const runs: StoryRecord[][] = [];
  for (const record of records)
    if (record.record === 'start') runs.push([record]);
    else runs.at(-1)?.push(record);
  return runs;
}

function playHandler(
  start: StartRecord,
  records: readonly StoryRecord[],
  say: (words: string, at: number) => void,
): void {
  let state: HandlerState = emptyHandler(start.parameters);
  for (const record of records) {
    if (record.record !== 'handler') continue;
    const after = reduceHandler(state, record.event, record.at);
    state = after.state;
    // What is taken up from the store is opened when the link is.
    if (record.event.kind === 'restored') continue;
    for (const effect of after.effects) say(effectWords(effect, start.at), record.at);
  }
}
