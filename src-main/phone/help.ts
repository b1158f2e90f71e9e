import type { Key } from '../contract/keys';
import { SOFTKEY_EVENTS, type SoftkeyEvent } from '../contract/softkey-template';
import { parseInternalUri } from '../xsi/objects/internal-uri';
import { FORMS } from './menus/form';
import { MENU_ACTIONS, shownMenu } from './menus/menu-keys';
import { LEVEL_NAMES, LIST_NAMES, type Screen, TEXT_NAMES, topOf } from './menus/screen';
import { type PhoneState, type Services, type Step, step, withNotice } from './phone-state';
import { showQuality } from './quality';
import { showHelp } from './services';
import { type Softkey, softkeysOf } from './softkeys';

/** Milliseconds that the phone waits for the key to be explained. */
const WAITS = 10_000;

/** The i key: the next key is explained. Pressed twice, it shows how well a call is heard, or else explains what is shown. */
export function pressInfo(state: PhoneState, now: number): Step {
  if (isAsked(state, now)) return (isFree(state) ? showQuality(state, now) : null) ?? explainPage(state);
  return step({ ...withNotice(state, now, 'helpAsk'), helpUntil: now + WAITS });
}

/** No screen lies over the calls. */
const isFree = ({ services }: PhoneState): boolean => services === null || services.covered;

export const isAsked = (state: PhoneState, now: number): boolean => state.helpUntil !== null && state.helpUntil > now;

/** The ? key explains what is shown. */
export const explainPage = (state: PhoneState): Step => explain(state, pageHelp(state));

export const explainKey = (state: PhoneState, key: Key): Step => explain(state, keyHelp(state, key));

const explain = (state: PhoneState, text: string): Step => step({ ...showHelp(state, text), helpUntil: null });

/** Of the softkeys of an application: what each data of an answer means, beside Exit. */
const ANSWERS = ['Dial', 'Cancel', 'OK', 'More', 'Next', 'CancelAll'] as const;
/** The pages of the Call Back service, as `appId` names them, and the phone's own. */
export const PAGES = [
  'CallBack/activated',
  'CallBack/available',
  'CallBack/alreadyActive',
  'CallBack/cannotInvoke',
  'CallBack/cannotActivate',
  'CallBack/notActive',
  'CallBack/expired',
  'CallBack/serviceNotAvailable',
  'CallBack/request',
  'CallBack/requestTimes',
  'phone/serviceNotAvailable',
  'phone/serviceFailure',
  'phone/quality',
] as const;
const HARD_KEYS = [
  'digit',
  'line',
  'volume',
  'navigate',
  'handset',
  'speaker',
  'headset',
  'mute',
  'messages',
  'services',
  'directories',
  'settings',
  'help',
] as const;

const MENU_PAGES: readonly string[] = [
  ...LIST_NAMES,
  'service',
  ...TEXT_NAMES,
  ...LEVEL_NAMES,
  ...Object.keys(FORMS),
].map((name) => `menu/${name}`);

/** Every phrase that explains something. A phrase of the phone's dictionary has the words. */
export const HELP_IDS: readonly string[] = [
  ...(Object.keys(SOFTKEY_EVENTS) as SoftkeyEvent[]).map((event) => `help.${event}`),
  'help.more',
  'help.Exit',
  ...ANSWERS.map((data) => `help.answer.${data}`),
  ...HARD_KEYS.map((kind) => `help.key.${kind}`),
  ...PAGES.map((page) => `help.page.${page}`),
  ...MENU_ACTIONS.map((action) => `help.menu.${action}`),
  ...MENU_PAGES.map((page) => `help.page.${page}`),
  'help.manual',
  'help.page.idle',
  'help.page.call',
  'help.page.other',
  'help.nothing',
];

function keyHelp(state: PhoneState, key: Key): string {
  if (key.kind === 'softkey') return softkeyHelp(softkeysOf(state)[key.position - 1] ?? null);
  const id = `help.key.${key.kind}`;
  return HELP_IDS.includes(id) ? id : 'help.nothing';
}

function softkeyHelp(softkey: Softkey): string {
  if (!softkey) return 'help.nothing';
  if (softkey.kind === 'more') return 'help.more';
  if (softkey.kind === 'menu') return `help.menu.${softkey.action}`;
  if (softkey.kind === 'event') return `help.${softkey.event}`;
  const uri = parseInternalUri(softkey.url);
  if (uri.kind === 'SoftKey') return uri.key === 'Update' || uri.key === 'Next' ? `help.menu.${uri.key}` : 'help.Exit';
  return uri.kind === 'UserCallData' && ANSWERS.some((data) => data === uri.data)
    ? `help.answer.${uri.data}`
    : 'help.nothing';
}

/** A page without a name, and with a Dial key, is that of a phone that has become available. */
function pageOf({ appId, softkeys }: Services['object']): string {
  const offersDial = softkeys.some(
    ({ url }) => softkeyHelp({ kind: 'services', label: '', url }) === 'help.answer.Dial',
  );
  return appId ?? (offersDial ? 'CallBack/available' : '');
}

const menuPage = (screen: Screen): string => {
  switch (screen.kind) {
    case 'list':
      return screen.list;
    case 'text':
      return screen.text;
    case 'level':
      return screen.level;
    case 'form':
      return screen.form;
  }
};

function pageHelp(state: PhoneState): string {
  const { services, calls } = state;
  const menu = shownMenu(state);
  if (menu) return `help.page.menu/${menuPage(topOf(menu))}`;
  const page = services && !services.covered ? pageOf(services.object) : null;
  if (page === null) return calls.length > 0 ? 'help.page.call' : 'help.page.idle';
  return PAGES.some((known) => known === page) ? `help.page.${page}` : 'help.page.other';
}
