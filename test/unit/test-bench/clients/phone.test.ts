import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BenchInTest } from '../control/bench-in-test';

let bench: BenchInTest;
beforeAll(async () => {
  bench = await BenchInTest.start();
});
afterAll(() => bench.stop());

/** `npm run phone -- WORDS`, without npm's own lines. */
async function phone(words: readonly string[], folder = bench.folder) {
  const child = spawn(process.execPath, [
    'src-main/test-bench/clients/phone.mjs',
    ...words,
    ...(folder === '' ? [] : ['--user-data-dir', folder]),
  ]);
  const status = new Promise((resolve) => child.once('close', resolve));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { status: await status, out, err };
}

const DONE = { status: 0, out: '', err: '' };

test('a story at the terminal: pressed, dialled, read, waited for, and a picture taken', async () => {
  expect(await phone(['list'])).toEqual({ ...DONE, out: '1001 Alice: Your current options\n' });
  expect(await phone(['press', '1001', 'NewCall', 'KeyPad1', 'KeyPadStar'])).toEqual(DONE);
  expect((await phone(['read', '1001'])).out.split('\n')).toContain('1*');
  expect(JSON.parse((await phone(['read', '1001', '--json'])).out).entry).toBe('1*');
  expect(await phone(['press', '1001', 'EndCall'])).toEqual(DONE);
  expect(await phone(['dial', '1001', '1002'])).toEqual(DONE);
  expect(await phone(['expect', '1001', '/To 100[2-9]/', '--timeout', '20s'])).toEqual(DONE);
  const file = join(bench.folder, 'display.png');
  expect(await phone(['shot', '1001', file])).toEqual(DONE);
  expect(readFileSync(file).subarray(1, 4).toString()).toBe('PNG');
});

test.each([
  [
    ['expect', '1001', 'has become available', '--timeout', '10ms'],
    1,
    /^phone: expected display "has become available", but it was "/,
  ],
  [['press', '1001', 'Answer'], 1, /^phone: there is no key "Answer" now: the softkeys are /],
  [['read', '1099'], 2, /^phone: there is no phone 1099: there are 1001\n$/],
  [['presss', '1001'], 2, /^phone: presss is no command\nusage: npm run phone -- COMMAND/],
  [['press', '1001'], 2, /^phone: press takes at least 2 words\nusage: /],
  [['expect', '1001', 'Busy', '--timeout', 'soon'], 2, /^phone: --timeout soon is no time: 500ms or 20s\nusage: /],
  [['read', '1001', '--jsn'], 2, /^phone: Unknown option '--jsn'/],
])('%j ends with %i and says why', async (words, status, err) => {
  expect(await phone(words)).toEqual({ status, out: '', err: expect.stringMatching(err) });
});

test('where no app runs it ends with 3, and says how to start one', async () => {
  const { status, err } = await phone(['list'], join(bench.folder, 'nowhere'));
  expect([status, err]).toEqual([
    3,
    expect.stringMatching(/^phone: there is no .*control\.json: start the app with --control /),
  ]);
});
