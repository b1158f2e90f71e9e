import type { Account, LineCommand } from '../contract/line-port';

/** A line is new to the line page, or has another account there: whatever it had is gone. `account` null = it is no longer there. */
export interface LineChange {
  readonly line: string;
  readonly account: Account | null;
}

/** Which lines the line page has, from what it is sent. */
export class PageLines {
  readonly #accounts = new Map<string, string>();

  has(line: string): boolean {
    return this.#accounts.has(line);
  }

  /** @returns null where nothing is other than before */
  sent(command: LineCommand): LineChange | null {
    if (command.kind === 'removeLine') {
      return this.#accounts.delete(command.line) ? { line: command.line, account: null } : null;
    }
    if (command.kind !== 'addLine') return null;
    const { line, account } = command;
    const about = JSON.stringify(account);
    if (this.#accounts.get(line) === about) return null;
    this.#accounts.set(line, about);
    return { line, account };
  }

  /** The page is gone, and every line with it. @returns the lines that it had */
  lost(): readonly string[] {
    const lines = [...this.#accounts.keys()];
    this.#accounts.clear();
    return lines;
  }
}
