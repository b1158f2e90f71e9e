import { expect } from 'vitest';
import type { ServiceParameters } from '../../../src-main/contract/service-parameters.ts';
import { openDatabase } from '../../../src-main/store/open-database.ts';
import { RequestTable } from '../../../src-main/store/request-table.ts';
import type { Wreck } from './power-cut.ts';
import { StoryService } from './story-service.ts';

/** Longer than anybody is left to dial first, in milliseconds. */
const GUARD = 16_000;

/**
 * After the power is back: what stands in the database is what stood there before or after one whole event, and never less
 * than was told; and a service that takes it up listens to the lines anew, and tells nobody anything before they have spoken.
 */
export async function checkWreck(wreck: Wreck, parameters: ServiceParameters): Promise<void> {
  const database = openDatabase(wreck.database);
  try {
    const fail = (problem: string): never => {
      throw new Error(problem);
    };
    const stored = new RequestTable(database, () => true, fail).load();
    expect(wreck.isTold ? [wreck.after] : [wreck.before, wreck.after]).toContainEqual(stored);

    const told: string[] = [];
    const again = new StoryService(
      database,
      { at: wreck.now, parameters },
      { told: (words) => told.push(words), recorder: { started: () => {}, heard: () => {} } },
    );
    const lasting = stored.filter(({ expiresAt }) => expiresAt > wreck.now + 3 * GUARD);
    const alerts = (): number => told.filter((words) => words.includes('"alert"')).length;
    const report = (status: 'offHook' | 'onHook'): void => {
      for (const number of [...again.openLines]) again.hears({ kind: 'lineStatus', number, status });
    };
    again.service.onDidOpen();
    expect([...again.openLines].sort()).toEqual(
      [...new Set(stored.flatMap(({ calling, called }) => [calling, called]))].sort(),
    );
    again.clock.pass(GUARD);
    report('offHook');
    again.clock.pass(GUARD);
    expect(alerts(), 'nobody is told anything before the lines have said that they are free').toBe(0);
    report('onHook');
    again.clock.pass(GUARD);
    expect(alerts(), 'and everybody is told then').toBeGreaterThanOrEqual(lasting.length);
    expect(alerts()).toBeLessThanOrEqual(stored.length);
    again.service.stop();
  } finally {
    database.close();
  }
}
