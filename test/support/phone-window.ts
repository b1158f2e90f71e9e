import type { Locator, Page } from 'playwright-core';
import { waitFor } from './wait-for.ts';

/** Drives one phone as its user does: by what it shows and by the names of its controls. */
export class PhoneWindow {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get display(): Locator {
    return this.page.getByRole('log', { name: 'Display', exact: true });
  }

  /** Clicks a softkey, key or button by its name: "CallBack", "5", "Line 1001", "Speaker". */
  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click({ timeout: 10_000 });
  }

  /** Types on the keyboard: each character is a key of the phone. */
  async type(characters: string): Promise<void> {
    await this.page.keyboard.type(characters);
  }

  /** Strikes one named key of the keyboard: "F1", "Enter", "Escape", "ArrowDown". */
  async strike(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  /** What a sighted user reads, with blanks and line ends as single blanks; nothing if there is no display yet. */
  async displayText(): Promise<string> {
    return (await this.display.allInnerTexts()).join(' ').replace(/\s+/g, ' ').trim();
  }

  /** Waits until the display contains a text, or matches. */
  async expectDisplay(expected: string | RegExp, timeoutMs = 10_000): Promise<void> {
    let shown = '';
    const matches = async (): Promise<boolean> => {
      shown = await this.displayText().catch((error: Error) => `(no window: ${error.message})`);
      return typeof expected === 'string' ? shown.includes(expected) : expected.test(shown);
    };
    const otherwise = () => `It showed: ${shown}`;
    await waitFor(`the display to show ${JSON.stringify(String(expected))}`, matches, { timeoutMs, otherwise });
  }
}
