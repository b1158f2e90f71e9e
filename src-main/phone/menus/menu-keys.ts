import type { SoftKeyItem } from '../../xsi/objects/xsi-object';
import type { PhoneState } from '../phone-state';
import { nextMode } from './multi-tap';
import { pageKey } from './page';
import { rowsOf, selectedRow } from './rows';
import { type ListScreen, type Menu, type Screen, topOf } from './screen';

/** What the softkeys of the menus do. */
export const MENU_ACTIONS = [
  'Select',
  'Exit',
  'Cancel',
  'Dial',
  'EditDial',
  'CallBack',
  'Details',
  'Delete',
  'Clear',
  'Add',
  'New',
  'Edit',
  'Search',
  'Find',
  'Save',
  'Play',
  'Submit',
  'Update',
  'Next',
  'Up',
  'Down',
  'Mode',
  '<<',
] as const;
export type MenuAction = (typeof MENU_ACTIONS)[number];

/** Nothing lies upon the menu, and it upon everything else. */
export function shownMenu({ menu, services }: PhoneState): Menu | null {
  const pushed = services !== null && !services.covered;
  return menu && !menu.covered && !pushed ? menu : null;
}

/** A form is before its user. */
export function isWriting(state: PhoneState): boolean {
  const menu = shownMenu(state);
  return menu !== null && topOf(menu).kind === 'form';
}

/** The softkeys of the screen on top, from the left. */
function actionsOf(state: PhoneState, screen: Screen): readonly MenuAction[] {
  switch (screen.kind) {
    case 'list':
      // One that is replaced by and by needs no key for it.
      return [...listActions(state, screen), ...(screen.page?.refresh?.after === null ? [pageKey(screen.page)] : [])];
    case 'text':
      return screen.text === 'details' ? ['Dial', 'EditDial', 'Exit'] : ['Exit'];
    case 'level':
      return ['Up', 'Down', 'Save', 'Cancel'];
    case 'form':
      return [screen.object ? 'Submit' : screen.form === 'search' ? 'Find' : 'Save', '<<', 'Mode', 'Cancel'];
  }
}

function listActions(state: PhoneState, screen: ListScreen): readonly MenuAction[] {
  const target = selectedRow(state, screen)?.target;
  const callBack: readonly MenuAction[] = hasCallBack(state) ? ['CallBack'] : [];
  switch (target?.kind) {
    case undefined:
      return screen.list === 'personalDirectory' ? ['New', 'Search', 'Exit'] : ['Exit'];
    case 'calls':
      return ['Dial', 'EditDial', 'Exit', ...callBack, 'Details', 'Delete', 'Clear', 'Add'];
    case 'person':
      return ['Dial', 'EditDial', 'Exit', 'Search', 'New', 'Edit', ...callBack, 'Delete'];
    case 'set':
      return screen.list === 'ringType' ? ['Select', 'Play', 'Exit'] : ['Select', 'Exit'];
    case 'number':
      return ['Dial', 'EditDial', 'Exit'];
    case 'open':
    case 'url':
    case 'service':
      return ['Select', 'Exit'];
  }
}

/** "The CallBack softkey" is on the phones alone whose template has it. */
const hasCallBack = ({ device, features }: PhoneState): boolean =>
  features?.callBackKey !== false && (device.template.sets['On Hook'] ?? []).includes('CallBack');

type MenuSoftkey =
  | { readonly kind: 'menu'; readonly label: string; readonly action: MenuAction }
  | { readonly kind: 'services'; readonly label: string; readonly url: string }
  | null;

/** `SoftKey:` URIs that are keys of the menus, each with what it does. */
const SENT: Readonly<Record<string, MenuAction>> = {
  Back: 'Exit',
  Exit: 'Exit',
  Cancel: 'Exit',
  Select: 'Select',
  Submit: 'Submit',
  Update: 'Update',
  Next: 'Next',
  Dial: 'Dial',
  EditDial: 'EditDial',
  '<<': '<<',
};

/** The keys that a service has sent, in its own words, each at its position. */
function serviceSoftkeys(sent: readonly SoftKeyItem[]): readonly MenuSoftkey[] {
  const last = Math.max(...sent.map(({ position }) => position));
  return Array.from({ length: last }, (_, index): MenuSoftkey => {
    const key = sent.find(({ position }) => position === index + 1);
    if (!key) return null;
    const action = key.url.startsWith('SoftKey:') ? SENT[key.url.slice('SoftKey:'.length)] : undefined;
    return action ? { kind: 'menu', label: key.name, action } : { kind: 'services', label: key.name, url: key.url };
  });
}

const LABELS: Partial<Readonly<Record<MenuAction, string>>> = { '<<': 'key.erase', Find: 'key.Search' };

/** The softkeys as phrases of the phone's dictionary. */
export function menuSoftkeys(state: PhoneState, menu: Menu): readonly MenuSoftkey[] {
  const top = topOf(menu);
  const sent = top.kind === 'list' || top.kind === 'form' ? (top.object?.softkeys ?? []) : [];
  if (sent.length > 0) return serviceSoftkeys(sent);
  return actionsOf(state, top).map((action) => {
    const mode = action === 'Mode' && top.kind === 'form' ? `key.${nextMode(top.mode)}` : null;
    return { kind: 'menu', label: mode ?? LABELS[action] ?? `key.${action}`, action };
  });
}

/** Digits choose a row at once, where every row has one. */
export const isShort = (state: PhoneState, screen: ListScreen): boolean => rowsOf(state, screen).length <= 9;
