import type { FieldProblem } from '../../../src-main/contract/account-settings';
import type { AdminBook, AdminDevice } from '../../../src-main/contract/admin';
import { type Drafts, emptyRoutePoint, type Kind, merged, READERS } from './draft';

/** The form that is open, and how it was when it was opened or last told anew. */
export type Opened = {
  [K in Kind]: {
    readonly kind: K;
    /** By which the database finds it; empty = it is new, or there is only one. */
    readonly id: string;
    readonly draft: Drafts[K];
    readonly before: Drafts[K];
  };
}[Kind];

/** Everything that the page shows. */
export interface PageState {
  /** null = the main process has not answered yet. */
  readonly shown: { readonly book: AdminBook; readonly opened: Opened } | null;
  readonly problems: readonly FieldProblem[];
  /** How often the main process has found something wrong with this form. */
  readonly refusals: number;
  /** What happened last, said to everybody. */
  readonly notice: string;
}

export const firstState: PageState = { shown: null, problems: [], refusals: 0, notice: '' };

/** What the user can open. */
export type Place =
  | { readonly kind: Kind; readonly id: string }
  | { readonly kind: 'newRoutePoint' }
  | { readonly kind: 'newPool' }
  /** "Click the Copy button." */
  | { readonly kind: 'copyOfTemplate'; readonly of: string };

/** The page with another form in it, untouched. */
export const withOpened = (book: AdminBook, place: Place, notice = ''): PageState => ({
  shown: { book, opened: openedAt(book, place) },
  problems: [],
  refusals: 0,
  notice,
});

function openedAt(book: AdminBook, place: Place): Opened {
  switch (place.kind) {
    case 'newRoutePoint':
      return untouched('device', '', emptyRoutePoint(book));
    case 'newPool':
      return untouched('pool', '', {
        name: '',
        isNew: true,
        softkeyTemplate: book.templates[0]?.name ?? '',
        userLocale: book.pools[0]?.userLocale ?? '',
      });
    case 'copyOfTemplate': {
      const source = READERS.template(book, place.of);
      return source ? untouched('template', '', { ...source, name: '', isNew: true }) : firstPhone(book);
    }
    default: {
      const draft = READERS[place.kind](book, place.id);
      return draft ? untouched(place.kind, place.id, draft) : firstPhone(book);
    }
  }
}

const untouched = <K extends Kind>(kind: K, id: string, draft: Drafts[K]): Opened =>
  ({ kind, id, draft, before: draft }) as unknown as Opened;

/** What is shown where what was to be shown is gone. */
function firstPhone(book: AdminBook): Opened {
  const id = (book.devices.find(({ isRoutePoint }) => !isRoutePoint) ?? book.devices[0])?.name ?? '';
  return untouched('device', id, READERS.device(book, id) ?? emptyRoutePoint(book));
}

/** Of a form that the database has nothing for yet. */
export const isNew = ({ kind, id }: Opened): boolean => id === '' && kind !== 'parameters' && kind !== 'voiceMail';

/** The database has changed: what was not typed over shows it. */
export function told(state: PageState, book: AdminBook): PageState {
  const opened = state.shown?.opened;
  if (!opened) return state;
  if (isNew(opened)) return { ...state, shown: { book, opened } };
  const before = READERS[opened.kind](book, opened.id);
  if (!before) return withOpened(book, { kind: 'device', id: '' }, `${nameOf(opened)} is not there any more.`);
  const draft = merged<object>(opened.draft, opened.before, before);
  return { ...state, shown: { book, opened: { ...opened, before, draft } as Opened } };
}

const nameOf = ({ kind, id, draft }: Opened): string => (kind === 'device' ? draft.number : id);

/** There is something in the form that would be lost. */
export const isEdited = ({ shown }: PageState): boolean =>
  shown !== null && JSON.stringify(shown.opened.draft) !== JSON.stringify(shown.opened.before);

/** The device that is open, as the database has it; undefined = a new one, or something else. */
export function openDevice({ shown }: PageState): AdminDevice | undefined {
  const opened = shown?.opened;
  return opened?.kind === 'device' ? shown?.book.devices.find(({ name }) => name === opened.id) : undefined;
}
