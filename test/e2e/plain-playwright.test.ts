import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron } from 'playwright-core';
import { test } from 'vitest';
import { waitFor } from '../support/wait-for.ts';

const TITLES = ['7960 – 1001', '7960 – 1002', '7960 – 1003', 'Lines'];

test('Playwright sees every window, time after time, with nothing of ours between it and the app', async () => {
  for (let time = 0; time < 3; time += 1) {
    const profile = mkdtempSync(join(tmpdir(), 'callback-phone-playwright-'));
    const application = await _electron.launch({
      executablePath: join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? '', 'electron'),
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        `--user-data-dir=${profile}`,
        resolve(import.meta.dirname, '../..'),
        '--demo',
      ],
    });
    try {
      let titles: readonly string[] = [];
      const all = async (): Promise<boolean> => {
        titles = await Promise.all(application.windows().map((page) => page.title().catch(() => 'closing')));
        return TITLES.every((title) => titles.includes(title));
      };
      await waitFor('every window', all, { timeoutMs: 30_000, otherwise: () => `there were ${titles.join(', ')}` });
    } finally {
      await application.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    }
  }
});
