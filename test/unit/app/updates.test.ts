import { describe, expect, test } from 'vitest';
import { type NewerVersion, type UpdateState, Updates, wordsOf } from '../../../src-main/app/updates';
import { ManualClock } from '../../support/manual-clock';

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const DAY = 24 * 60 * 60 * 1000;

function story({ knowsFeed = true, check }: { knowsFeed?: boolean; check?: () => Promise<NewerVersion | null> } = {}) {
  const clock = new ManualClock();
  const told: string[] = [];
  const log: string[] = [];
  const updates = new Updates({
    clock,
    knowsFeed,
    load: async () => {
      log.push('loaded');
      return {
        check: async () => {
          log.push('asked');
          return check ? check() : null;
        },
        installOnQuit: (on) => log.push(on ? 'installs' : 'does not install'),
      };
    },
    onChange: (state) => told.push(wordsOf(state)),
  });
  const pass = async (milliseconds: number): Promise<void> => {
    clock.pass(milliseconds);
    await settled();
  };
  return { updates, told, log, pass };
}

describe('updates', () => {
  test('are not looked for before the user wishes it, however long the app runs', async () => {
    const { updates, told, log, pass } = story();
    updates.set(false);
    await pass(10 * DAY);
    expect([updates.current, told, log]).toEqual([{ kind: 'off' }, [], []]);
  });

  test('are looked for ten seconds after the start, and once a day', async () => {
    const { updates, told, log, pass } = story();
    updates.set(true);
    updates.set(true);
    expect(log).toEqual([]);
    await pass(10_000);
    expect(told).toEqual(['updates will be looked for', 'looking for an update', 'this is the newest version']);
    await pass(DAY);
    expect(log).toEqual(['loaded', 'asked', 'asked']);
  });

  test('that are there are fetched, and installed when the user quits', async () => {
    let fetched = (): void => {};
    const downloaded = new Promise<void>((resolve) => {
      fetched = resolve;
    });
    const { updates, told, log, pass } = story({ check: async () => ({ version: '9.9.9', downloaded }) });
    updates.set(true);
    await pass(10_000);
    expect(told.at(-1)).toBe('version 9.9.9 is there, and is being fetched');
    fetched();
    await settled();
    expect(told.at(-1)).toBe('version 9.9.9 is installed when you quit');
    await pass(2 * DAY);
    expect(log).toEqual(['loaded', 'asked']);
  });

  test('that cannot be looked for are told with the cause, and tried again a day later', async () => {
    const { updates, told, log, pass } = story({ check: () => Promise.reject(new Error('no such host')) });
    updates.set(true);
    await pass(10_000);
    expect(told.at(-1)).toBe('updates could not be looked for: no such host');
    await pass(DAY);
    expect(log).toEqual(['loaded', 'asked', 'asked']);
  });

  test('are nowhere where nobody has said where they lie', async () => {
    const { updates, told, log, pass } = story({ knowsFeed: false });
    updates.set(true);
    await pass(2 * DAY);
    expect(told).toEqual(['this build knows no place where updates lie: install newer versions by hand']);
    expect(log).toEqual([]);
  });

  test('are let be as soon as the user wishes it, also one that is being fetched', async () => {
    const seen: UpdateState[] = [];
    let fetched = (): void => {};
    const downloaded = new Promise<void>((resolve) => {
      fetched = resolve;
    });
    const { updates, told, log, pass } = story({ check: async () => ({ version: '9.9.9', downloaded }) });
    updates.set(true);
    await pass(10_000);
    updates.set(false);
    fetched();
    await pass(2 * DAY);
    seen.push(updates.current);
    expect([seen, told.at(-1)]).toEqual([[{ kind: 'off' }], 'updates are not looked for']);
    expect(log).toEqual(['loaded', 'asked', 'does not install']);
  });
});
