import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { Cluster } from './cluster';
import { LinePageUnderTest, LineSite, launchChromium } from './line-page';

/** Line pages in a real Chromium, beside a running cluster, for as long as one file of tests lasts. */
export class LineStage {
  readonly cluster = new Cluster();
  #site: LineSite | null = null;
  #browser: Browser | null = null;

  constructor(machine: { readonly microphone: boolean }) {
    beforeAll(async () => {
      [this.#site, this.#browser] = await Promise.all([LineSite.open(), launchChromium(machine)]);
      this.cluster.allow(this.#site.address);
      await this.cluster.start();
    });
    afterAll(async () => {
      await this.#browser?.close();
      await this.#site?.close();
      await this.cluster.stop();
    });
  }

  /** @param before runs in the page, before its own script */
  open(before?: () => void): Promise<LinePageUnderTest> {
    if (!this.#browser || !this.#site) throw new Error('The stage stands once the tests run');
    return LinePageUnderTest.open(this.#browser, this.#site, before);
  }

  /** All lines live in one page, as in the app. */
  async register(page: LinePageUnderTest, ...numbers: readonly string[]): Promise<void> {
    for (const number of numbers) {
      await page.send({ kind: 'addLine', line: number, account: this.cluster.account(number) });
      await page.until({ kind: 'registration', line: number, state: 'registered' });
    }
  }
}
