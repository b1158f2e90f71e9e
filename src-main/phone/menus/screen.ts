import type { CallRecord } from '../../contract/call-record';
import type { ListObject } from '../../xsi/objects/menu-objects';
import type { Services } from '../phone-state';
import type { Form } from './form';
import type { Page } from './page';

/** The lists that there are: each name is the phrase of its title. */
export const LIST_NAMES = [
  'directory',
  'missedCalls',
  'receivedCalls',
  'placedCalls',
  'personalDirectory',
  'settings',
  'ringType',
  'volume',
  'callSettings',
  'autoAnswer',
  'intercom',
  'handsFree',
  'callWaiting',
  'casing',
  'services',
] as const;
export type ListName = (typeof LIST_NAMES)[number];
export type CallList = 'missedCalls' | 'receivedCalls' | 'placedCalls';

export const TEXT_NAMES = ['details', 'networkConfiguration', 'phoneInformation', 'statusMessages'] as const;
export type TextName = (typeof TEXT_NAMES)[number];

/** What is set in steps from 0 to 10. */
export const LEVEL_NAMES = ['contrast', 'ringerVolume', 'voiceVolume'] as const;
export type LevelName = (typeof LEVEL_NAMES)[number];

export type Screen = ListScreen | TextScreen | LevelScreen | Form;

export interface ListScreen {
  readonly kind: 'list';
  readonly list: ListName | 'service';
  /** Of a service: what it has sent. */
  readonly object: ListObject | null;
  /** Of a service: where that came from; null = an application has pushed it. */
  readonly page: Page | null;
  /** Of a service: the page of text, or the picture, that has led to it and is shown again after it. */
  readonly upon: Services | null;
  readonly selected: number;
  /** Of the personal directory: only entries that hold these letters; empty = all. */
  readonly query: string;
  /** The digits of a row's number so far, in a list of more than nine. */
  readonly typed: { readonly digits: string; readonly until: number } | null;
}

export interface TextScreen {
  readonly kind: 'text';
  readonly text: TextName;
  readonly scrolledRows: number;
  /** Of details: the calls that they are about, the newest first. */
  readonly calls: readonly CallRecord[];
}

export interface LevelScreen {
  readonly kind: 'level';
  readonly level: LevelName;
  /** What it was, for who thinks better of it. */
  readonly before: number;
}

/**
 * What stands behind the keys directories, settings and services: screens that lie upon each other, the last one on top.
 *
 * ```
 *            its hard key             Select, a digit, Details, New
 *   no menu ─────────────> [ list ] ───────────────────────────────> [ list, …, list | text | level | form ]
 *      ^                      │  ^──────────── Exit, Cancel, Save, Search ────────────┘
 *      └─ Exit, a hard key ───┘
 * ```
 * A call, a number that is dialled and a pushed screen cover it; afterwards it is there again.
 */
export interface Menu {
  readonly screens: readonly [Screen, ...Screen[]];
  readonly covered: boolean;
}

export const listScreen = (list: ListName, query = ''): ListScreen => ({
  kind: 'list',
  list,
  object: null,
  page: null,
  upon: null,
  selected: 0,
  query,
  typed: null,
});

export function serviceList(object: ListObject, from: Origin, selected: number): ListScreen {
  const rows = object.kind === 'CiscoIPPhoneDirectory' ? object.entries : object.items;
  const marked = Math.max(0, Math.min(selected, rows.length - 1));
  return { ...listScreen('services'), list: 'service', object, ...from, selected: marked };
}

/** How a list or a form of a service has come to be shown. */
export type Origin = Pick<ListScreen, 'page' | 'upon'>;

export const textScreen = (text: TextName, calls: readonly CallRecord[] = []): TextScreen => ({
  kind: 'text',
  text,
  scrolledRows: 0,
  calls,
});

export const topOf = ({ screens }: Menu): Screen => screens.at(-1) ?? screens[0];

export const opened = (menu: Menu | null, screen: Screen): Menu => ({
  screens: menu ? [...menu.screens, screen] : [screen],
  covered: false,
});

/** Without the screen on top; null = that was the last. */
export function closed({ screens, covered }: Menu): Menu | null {
  const [first, ...rest] = screens.slice(0, -1);
  return first ? { screens: [first, ...rest], covered } : null;
}

export function replacedTop({ screens, covered }: Menu, top: Screen): Menu {
  const [first, ...rest] = screens.slice(0, -1);
  return { screens: first ? [first, ...rest, top] : [top], covered };
}
