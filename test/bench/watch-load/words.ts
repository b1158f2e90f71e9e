import type { ToldStatus } from '../../../src-main/contract/line-status.ts';

/** What the watching app says to the bench, one JSON value a line on stdout. */
export type AppWord =
  /** `page`: process id of the line page. */
  | { readonly kind: 'watching'; readonly page: number }
  | Told
  /** Bytes that are in use in each heap after a collection. */
  | { readonly kind: 'heaps'; readonly main: number; readonly page: number };

/** The link has told a status. */
export interface Told {
  readonly kind: 'told';
  readonly number: string;
  readonly status: ToldStatus;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** The server has not answered yet whether the line, which looked free before, really is. */
  readonly asking: boolean;
}

/** What the bench says to it, a word a line on stdin. */
export type BenchWord = 'heaps' | 'quit';

/** What it is started with: JSON in the environment variable WATCHES. */
export interface WatchOrders {
  readonly number: string;
  readonly password: string;
  readonly domain: string;
  /** ws:// */
  readonly server: string;
  readonly watched: readonly string[];
  /** Folder with the built pages. */
  readonly pages: string;
}

/** Of the address of that number's line. */
export const addressOf = (number: string, domain: string): string => `sip:${number}@${domain}`;
