import type { Clock } from '../base/clock';
import { errorWords } from '../base/error-words';
import { missingCase } from '../base/missing-case';

/**
 * What is known of newer versions.
 *
 * ```
 *   off ──set(true)──> waiting ──> checking ──> current ───────────────┐
 *    ^      (noFeed: nowhere to look)  │  └──> downloading ──> ready   │ a day later
 *    └──set(false), from anywhere      └──> failed ────────────────────┴──> checking
 * ```
 */
export type UpdateState =
  | { readonly kind: 'off' }
  /** Nobody has told this build where releases lie. */
  | { readonly kind: 'noFeed' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'current' }
  | { readonly kind: 'downloading'; readonly version: string }
  /** It is installed when the user quits. */
  | { readonly kind: 'ready'; readonly version: string }
  | { readonly kind: 'failed'; readonly cause: string };

/** What looks, fetches and installs. */
export interface Updater {
  /** @returns null where there is no newer version. @throws Error in words that say why nobody knows */
  check(): Promise<NewerVersion | null>;
  /** Whether what was fetched is installed when the app quits. */
  installOnQuit(on: boolean): void;
}

export interface NewerVersion {
  readonly version: string;
  readonly downloaded: Promise<unknown>;
}

export interface UpdatesPorts {
  readonly clock: Clock;
  /** This build knows where releases lie. */
  readonly knowsFeed: boolean;
  /** Loaded only when it is needed. */
  load(): Promise<Updater>;
  onChange(state: UpdateState): void;
}

/** Milliseconds: the phones come first when the app starts; after that, releases are no matter of hours. */
const FIRST_CHECK = 10_000;
const NEXT_CHECK = 24 * 60 * 60 * 1000;

/** Keeps the app up to date, if its user wishes so. Nothing goes to the network before. */
export class Updates {
  #state: UpdateState = { kind: 'off' };
  #updater: Promise<Updater> | null = null;
  #cancel: () => void = () => {};
  /** Counts the wishes: what an earlier one has begun says nothing any more. */
  #wish = 0;

  readonly #ports: UpdatesPorts;

  constructor(ports: UpdatesPorts) {
    this.#ports = ports;
  }

  get current(): UpdateState {
    return this.#state;
  }

  set(on: boolean): void {
    if (on === (this.#state.kind !== 'off')) return;
    this.#wish += 1;
    this.#cancel();
    void this.#updater?.then((updater) => updater.installOnQuit(on));
    if (!on) this.#become({ kind: 'off' });
    else if (!this.#ports.knowsFeed) this.#become({ kind: 'noFeed' });
    else {
      this.#become({ kind: 'waiting' });
      this.#checkAfter(FIRST_CHECK);
    }
  }

  #checkAfter(milliseconds: number): void {
    this.#cancel = this.#ports.clock.after(milliseconds, () => void this.#check(this.#wish));
  }

  async #check(wish: number): Promise<void> {
    const tell = (state: UpdateState): void => {
      if (wish === this.#wish) this.#become(state);
    };
    tell({ kind: 'checking' });
    try {
      this.#updater ??= this.#ports.load();
      const newer = await (await this.#updater).check();
      tell(newer ? { kind: 'downloading', version: newer.version } : { kind: 'current' });
      await newer?.downloaded;
      if (newer) tell({ kind: 'ready', version: newer.version });
    } catch (error) {
      tell({ kind: 'failed', cause: errorWords(error) });
    }
    if (wish === this.#wish && this.#state.kind !== 'ready') this.#checkAfter(NEXT_CHECK);
  }

  #become(state: UpdateState): void {
    this.#state = state;
    this.#ports.onChange(state);
  }
}

/** For the log, and for whoever looks at the settings. */
export function wordsOf(state: UpdateState): string {
  switch (state.kind) {
    case 'off':
      return 'updates are not looked for';
    case 'noFeed':
      return 'this build knows no place where updates lie: install newer versions by hand';
    case 'waiting':
      return 'updates will be looked for';
    case 'checking':
      return 'looking for an update';
    case 'current':
      return 'this is the newest version';
    case 'downloading':
      return `version ${state.version} is there, and is being fetched`;
    case 'ready':
      return `version ${state.version} is installed when you quit`;
    case 'failed':
      return `updates could not be looked for: ${state.cause}`;
    default:
      return missingCase(state);
  }
}
