import type { FieldProblem } from '../../../src-main/contract/account-settings';
import type { AdminBook, AdminDevice } from '../../../src-main/contract/admin';
import {
  type DeviceDraft,
  draftOfDevice,
  draftOfParameters,
  emptyRoutePoint,
  merged,
  type ParameterDraft,
} from './draft';

/** The form that is open, and how it was when it was opened or last told anew. */
export type Opened =
  | { readonly kind: 'device'; readonly draft: DeviceDraft; readonly before: DeviceDraft }
  | { readonly kind: 'parameters'; readonly draft: ParameterDraft; readonly before: ParameterDraft };

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
export type Place = { readonly device: string } | 'newRoutePoint' | 'parameters';

/** The page with another form in it, untouched. */
export function withOpened(book: AdminBook, place: Place, notice = ''): PageState {
  return { shown: { book, opened: openedAt(book, place) }, problems: [], refusals: 0, notice };
}

function openedAt(book: AdminBook, place: Place): Opened {
  if (place === 'parameters') {
    const draft = draftOfParameters(book.parameters);
    return { kind: 'parameters', draft, before: draft };
  }
  const device = place === 'newRoutePoint' ? undefined : deviceAt(book, place.device);
  const draft = device ? draftOfDevice(device) : emptyRoutePoint(book);
  return { kind: 'device', draft, before: draft };
}

/** The device with that name, or the first one where it is gone. */
const deviceAt = ({ devices }: AdminBook, name: string): AdminDevice | undefined =>
  devices.find((device) => device.name === name) ?? devices[0];

/** The database has changed: what was not typed over shows it. */
export function told(state: PageState, book: AdminBook): PageState {
  const opened = state.shown?.opened;
  if (!opened) return state;
  if (opened.kind === 'parameters') {
    const before = draftOfParameters(book.parameters);
    return {
      ...state,
      shown: { book, opened: { ...opened, before, draft: merged(opened.draft, opened.before, before) } },
    };
  }
  if (opened.draft.name === '') return { ...state, shown: { book, opened } };
  const device = book.devices.find(({ name }) => name === opened.draft.name);
  if (!device) return withOpened(book, { device: '' }, `${opened.draft.number} is not there any more.`);
  const before = draftOfDevice(device);
  return {
    ...state,
    shown: { book, opened: { ...opened, before, draft: merged(opened.draft, opened.before, before) } },
  };
}

/** There is something in the form that would be lost. */
export const isEdited = ({ shown }: PageState): boolean =>
  shown !== null && JSON.stringify(shown.opened.draft) !== JSON.stringify(shown.opened.before);

/** The device that is open, as the database has it; undefined = a new one, or the parameters. */
export function openDevice({ shown }: PageState): AdminDevice | undefined {
  const opened = shown?.opened;
  return opened?.kind === 'device' ? shown?.book.devices.find(({ name }) => name === opened.draft.name) : undefined;
}
