import type { PhoneState } from '../phone-state';
import { nextMode } from './multi-tap';
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

/** The softkeys of the screen on top, from the left. */
export function actionsOf(state: PhoneState, screen: Screen): readonly MenuAction[] {
  switch (screen.kind) {
    case 'list':
      return listActions(state, screen);
    case 'text':
      return screen.text === 'details' ? ['Dial', 'EditDial', 'Exit'] : ['Exit'];
    case 'level':
      return ['Up', 'Down', 'Save', 'Cancel'];
    case 'form':
      return [screen.form === 'search' ? 'Find' : 'Save', '<<', 'Mode', 'Cancel'];
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
    case 'open':
    case 'service':
      return ['Select', 'Exit'];
  }
}

/** "The CallBack softkey" is on the phones alone whose template has it. */
const hasCallBack = ({ device, features }: PhoneState): boolean =>
  features?.callBackKey !== false && (device.template.sets['On Hook'] ?? []).includes('CallBack');

const LABELS: Partial<Readonly<Record<MenuAction, string>>> = { '<<': 'key.erase', Find: 'key.Search' };

/** The softkeys as phrases of the phone's dictionary. */
export function menuSoftkeys(
  state: PhoneState,
  menu: Menu,
): readonly { readonly kind: 'menu'; readonly label: string; readonly action: MenuAction }[] {
  const top = topOf(menu);
  return actionsOf(state, top).map((action) => {
    const mode = action === 'Mode' && top.kind === 'form' ? `key.${nextMode(top.mode)}` : null;
    return { kind: 'menu', label: mode ?? LABELS[action] ?? `key.${action}`, action };
  });
}

/** Digits choose a row at once, where every row has one. */
export const isShort = (state: PhoneState, screen: ListScreen): boolean => rowsOf(state, screen).length <= 9;
