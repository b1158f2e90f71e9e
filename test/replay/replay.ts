import { readFileSync } from 'node:fs';
import { readStory } from '../../src-main/app/recording/read-story';
import { playStory } from './play-story';

const USAGE = 'usage: npm run replay FILE [-- --expect FILE]   what the Call Back service did in a recorded story';

/** @returns the exit code */
async function main([file, flag, expected, ...more]: readonly string[]): Promise<number> {
  if (!file || more.length > 0 || (flag !== undefined && (flag !== '--expect' || !expected))) return fail(USAGE);
  const story = readStory(readFileSync(file, 'utf8'));
  if (!story.ok) return fail(`${file}: ${story.error}`);
  const lines = await playStory(story.value);
  if (expected === undefined) {
    console.log(lines.join('\n'));
    return 0;
  }
  const wanted = readFileSync(expected, 'utf8').trimEnd().split('\n');
  const at = [...wanted, ...lines].findIndex((_, index) => wanted[index] !== lines[index]);
  if (at < 0) {
    console.log(`${file}: as expected, ${lines.length} lines`);
    return 0;
  }
  const [was, is] = [wanted[at] ?? '(the end)', lines[at] ?? '(the end)'];
  return fail(`${expected}: line ${at + 1} differs\n  expected: ${was}\n  happened: ${is}`);
}

function fail(words: string): number {
  console.error(words);
  return 1;
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) =>
  fail(error instanceof Error ? error.message : String(error)),
);
