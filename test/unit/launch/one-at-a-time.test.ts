import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';

interface OneAtATime {
  oneAtATime<Result>(root: string, work: () => Promise<Result>, file: string): Promise<Result>;
}
// Plain JavaScript: by a path that the compiler does not follow.
const { oneAtATime }: OneAtATime = await import(
  resolve(import.meta.dirname, '../../../src-main/launch/one-at-a-time.mjs')
);
const root = mkdtempSync(join(tmpdir(), 'callback-phone-one-'));
const file = join(root, 'lock');
afterAll(() => rmSync(root, { recursive: true }));

test('of two starts at once the second waits until the first has installed and built, and says so', async () => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const order: string[] = [];
  let end = (): void => {};
  const first = oneAtATime(
    root,
    async () => {
      order.push('first begins');
      await new Promise<void>((resolve) => {
        end = resolve;
      });
      order.push('first is done');
    },
    file,
  );
  const second = oneAtATime(root, async () => order.push('second begins'), file);
  await vi.waitFor(() => expect(said).toHaveBeenCalled(), { timeout: 10_000 });
  end();
  await Promise.all([first, second]);
  expect(order).toEqual(['first begins', 'first is done', 'second begins']);
  expect(said.mock.calls).toEqual([['callback-phone: another start is installing or building here: waiting for it\n']]);
  expect(existsSync(file)).toBe(false);
  said.mockRestore();
});

test('one that was killed, or has failed, holds up nobody', async () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  writeFileSync(file, String(pid));
  await expect(oneAtATime(root, () => Promise.reject(new Error('no room')), file)).rejects.toThrow('no room');
  expect(await oneAtATime(root, async () => 'begins', file)).toBe('begins');
});
