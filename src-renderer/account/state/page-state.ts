import type { AccountBook, AccountOffer, FieldProblem } from '../../../src-main/contract/account-settings';
import { type Draft, draftOf, emptyDraft, settingsOf } from './draft';
import type { TestRun } from './test-run';

/** Everything that the page shows. */
export interface PageState {
  readonly view: 'loading' | 'welcome' | 'accounts';
  readonly book: AccountBook;
  readonly draft: Draft;
  /** The form as it was when it was opened or saved last. */
  readonly opened: Draft;
  /** As they are typed; empty = what is kept stays. */
  readonly secrets: { readonly password: string; readonly turn: string };
  readonly problems: readonly FieldProblem[];
  /** How often the main process has found something wrong with this form. */
  readonly refusals: number;
  readonly test: TestRun | null;
  /** The form as it was when the test began. */
  readonly tested: Draft | null;
  /** What happened last, said to everybody. */
  readonly notice: string;
}

/** Before the main process has answered. */
export const firstState = (id: string): PageState => ({
  view: 'loading',
  book: { system: null, keyring: false, accounts: [] },
  ...openedForm(emptyDraft(id)),
});

/** The form with an account in it, untouched. */
const openedForm = (draft: Draft): Omit<PageState, 'view' | 'book'> => ({
  draft,
  opened: draft,
  secrets: { password: '', turn: '' },
  problems: [],
  refusals: 0,
  test: null,
  tested: null,
  notice: '',
});

/** The account with this id as it is kept, or else a new one. */
export function formOf(book: AccountBook, id: string): Omit<PageState, 'view' | 'book'> {
  const kept = book.accounts.find(({ settings }) => settings.id === id);
  return openedForm(kept ? draftOf(kept.settings) : emptyDraft(id));
}

/** The account that is offered, with what it would change still to be saved. */
export const offeredForm = (book: AccountBook, { settings, password }: AccountOffer): ReturnType<typeof formOf> => ({
  ...formOf(book, settings.id),
  draft: draftOf(settings),
  secrets: { password: password ?? '', turn: '' },
  notice: 'This account is offered to you. Look through it, and save it if you want it.',
});

export const isKept = ({ book, draft }: PageState): boolean =>
  book.accounts.some(({ settings }) => settings.id === draft.id);

/** There is something in the form that would be lost. */
export const isEdited = ({ draft, opened, secrets }: PageState): boolean =>
  secrets.password !== '' || secrets.turn !== '' || !isSame(draft, opened);

/** The form is another one than the one that the test was made with. */
export const isTestStale = ({ draft, tested }: PageState): boolean => tested !== null && !isSame(draft, tested);

const isSame = (one: Draft, other: Draft): boolean =>
  JSON.stringify(settingsOf(one)) === JSON.stringify(settingsOf(other));
