import type { AdminBook } from '../../../src-main/contract/admin';
import type { Drafts, Kind } from '../state/draft';
import { usePage } from '../state/page-context';

/** The form of that kind as it stands. */
export const useDraft = <K extends Kind>(kind: K): Drafts[K] =>
  usePage(({ shown }) => {
    if (shown?.opened.kind !== kind) throw new Error(`no form "${kind}" is open`);
    return shown.opened.draft as Drafts[K];
  });

/** The database as it was last told. */
export const useBook = (): AdminBook =>
  usePage(({ shown }) => {
    if (!shown) throw new Error('the database has not been told yet');
    return shown.book;
  });
