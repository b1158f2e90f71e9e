import type { Clock } from '../clock';
import { MAX_ADDRESSES, MAX_UNOPENED, UNOPENED_EVERY_MS } from './limits';

interface Account {
  /** Connections that have not opened their link. */
  unopened: number;
  /** How many more may come now. */
  left: number;
}

/** One connection that was let in. */
export interface Entry {
  /** It has opened its link, and counts no more. */
  opened(): void;
  closed(): void;
}

/**
 * Counts the connections of each address that have not shown the password: so many at once, and after that many one more each
 * second. Whoever opens the link at once, as every application does, uses nothing up.
 */
export class UnopenedLinks {
  readonly #accounts = new Map<string, Account>();
  readonly #clock: Pick<Clock, 'after'>;

  constructor(clock: Pick<Clock, 'after'>) {
    this.#clock = clock;
  }

  /** @returns null = not now */
  enter(address: string): Entry | null {
    const account = this.#accounts.get(address) ?? this.#newAccount(address);
    if (!account || account.unopened === MAX_UNOPENED || account.left === 0) return null;
    account.unopened += 1;
    account.left -= 1;
    let isUnopened = true;
    const leave = (): void => {
      if (isUnopened) account.unopened -= 1;
      isUnopened = false;
    };
    return {
      opened: () => {
        if (isUnopened) account.left = Math.min(MAX_UNOPENED, account.left + 1);
        leave();
      },
      closed: leave,
    };
  }

  #newAccount(address: string): Account | null {
    if (this.#accounts.size === MAX_ADDRESSES) return null;
    const account: Account = { unopened: 0, left: MAX_UNOPENED };
    this.#accounts.set(address, account);
    this.#refill(address, account);
    return account;
  }

  #refill(address: string, account: Account): void {
    this.#clock.after(UNOPENED_EVERY_MS, () => {
      account.left = Math.min(MAX_UNOPENED, account.left + 1);
      if (account.unopened === 0 && account.left === MAX_UNOPENED) this.#accounts.delete(address);
      else this.#refill(address, account);
    });
  }
}
