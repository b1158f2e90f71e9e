import type { Person } from '../../contract/phone-memory';
import type { PhoneFeatures } from '../../contract/station';
import type { Pixels } from '../../xsi/objects/image-objects';
import type { ListObject } from '../../xsi/objects/menu-objects';
import { writeTime } from '../../xsi/objects/time-template';
import type { PhoneState } from '../phone-state';
import { type Phrasebook, type PhraseId, phrase } from '../phrases';
import type { PhoneSettings } from '../settings';
import { entriesOf, type LogEntry } from './call-log';
import { forwardsForm } from './forwards';
import { nameOf, nameOrNumber, peopleWith } from './people';
import { type CallList, type ListName, type ListScreen, listScreen, type Screen, textScreen } from './screen';
import type { ServiceItem } from './service-item';

export interface Row {
  readonly text: Words;
  readonly detail: Words;
  readonly target: Target;
  /** Stands before the text. */
  readonly icon?: Pixels;
}

/** In the words of the phone's locale. */
type Words = (book: Phrasebook) => string;

export type Target =
  | { readonly kind: 'open'; readonly screen: Screen }
  | { readonly kind: 'calls'; readonly entry: LogEntry }
  | { readonly kind: 'person'; readonly person: Person }
  | { readonly kind: 'set'; readonly settings: Partial<PhoneSettings> }
  | { readonly kind: 'url'; readonly url: string; readonly name: string }
  | { readonly kind: 'number'; readonly number: string }
  | { readonly kind: 'service'; readonly service: ServiceItem };

const says =
  (id: PhraseId, value = ''): Words =>
  (book) =>
    phrase(book, id, value);
const nothing: Words = () => '';
const MARK = '*';

/** What a list holds at the moment. */
export function rowsOf(state: PhoneState, { list, query, object }: ListScreen): readonly Row[] {
  switch (list) {
    case 'directory':
      return [
        ...(['missedCalls', 'receivedCalls', 'placedCalls'] as const).map((calls) => lists(calls)),
        lists('personalDirectory'),
      ];
    case 'missedCalls':
    case 'receivedCalls':
    case 'placedCalls':
      return callRows(state, list);
    case 'personalDirectory':
      return peopleWith(state.people, query).map((person) => ({
        text: () => nameOrNumber(person),
        detail: nothing,
        target: { kind: 'person', person },
      }));
    case 'service':
      return object ? serviceRows(object) : [];
    case 'services':
      return state.serviceList.map((service) => ({
        text: (book) => phrase(book, service.name),
        detail: nothing,
        target: { kind: 'service', service },
      }));
    case 'settings':
      return [
        level('contrast', state.settings.contrast),
        lists('ringType'),
        lists('volume'),
        lists('callSettings'),
        ...(state.features ? [forwards(state.features)] : []),
        lists('casing', says(state.settings.casing)),
        texts('networkConfiguration'),
        texts('phoneInformation'),
        texts('statusMessages'),
      ];
    case 'volume':
      return [level('ringerVolume', state.ringerVolume), level('voiceVolume', state.voiceVolume)];
    case 'callSettings':
      return [
        lists('autoAnswer', says(state.settings.autoAnswer)),
        lists('intercom', says(state.settings.intercom)),
        lists('handsFree', says(state.settings.handsFree)),
        lists('callWaiting', says(hasCallWaiting(state) ? 'on' : 'off')),
      ];
    case 'ringType':
      return state.device.ringTypes.map(({ name, file }, index) => ({
        text: () => name,
        detail: marked(state.settings.ringType === file || (state.settings.ringType === '' && index === 0)),
        target: { kind: 'set', settings: { ringType: file } },
      }));
    case 'autoAnswer':
      return (['off', 'speaker', 'headset'] as const).map((autoAnswer) => choice(state, { autoAnswer }, autoAnswer));
    case 'intercom':
      return (['off', 'muted', 'open'] as const).map((intercom) => choice(state, { intercom }, intercom));
    case 'handsFree':
      return (['speaker', 'headset'] as const).map((handsFree) => choice(state, { handsFree }, handsFree));
    case 'callWaiting':
      return [true, false].map((callWaiting) => ({
        text: says(callWaiting ? 'on' : 'off'),
        detail: marked(hasCallWaiting(state) === callWaiting),
        target: { kind: 'set', settings: { callWaiting } },
      }));
    case 'casing':
      return (['dark', 'light'] as const).map((casing) => choice(state, { casing }, casing));
  }
}

/** In the words of the service. */
function serviceRows(object: ListObject): readonly Row[] {
  const row = ({ name, url }: { readonly name: string; readonly url: string }): Row => ({
    text: () => name,
    detail: nothing,
    target: { kind: 'url', url, name },
  });
  switch (object.kind) {
    case 'CiscoIPPhoneMenu':
      return object.items.map(row);
    case 'CiscoIPPhoneIconMenu':
      return object.items.map(({ icon, ...item }) => ({ ...row(item), ...(icon && { icon }) }));
    case 'CiscoIPPhoneDirectory':
      return object.entries.map(({ name, telephone }) => ({
        text: () => name || telephone,
        detail: () => (name ? telephone : ''),
        target: { kind: 'number', number: telephone },
      }));
  }
}

const lists = (list: ListName, detail: Words = nothing): Row => ({
  text: says(list),
  detail,
  target: { kind: 'open', screen: listScreen(list) },
});

const texts = (text: 'networkConfiguration' | 'phoneInformation' | 'statusMessages'): Row => ({
  text: says(text),
  detail: nothing,
  target: { kind: 'open', screen: textScreen(text) },
});

/** CallManager's to say, where there is one. */
const hasCallWaiting = ({ features, settings }: PhoneState): boolean => features?.callWaiting ?? settings.callWaiting;

const forwards = (features: PhoneFeatures): Row => ({
  text: says('callForwards'),
  detail: () => features.forwardAll ?? '',
  target: { kind: 'open', screen: forwardsForm(features) },
});

const level = (name: 'contrast' | 'ringerVolume' | 'voiceVolume', value: number): Row => ({
  text: says(LEVEL_TITLES[name]),
  detail: () => String(value),
  target: { kind: 'open', screen: { kind: 'level', level: name, before: value } },
});

export const LEVEL_TITLES = { contrast: 'contrast', ringerVolume: 'ringer', voiceVolume: 'voice' } as const;

const marked =
  (chosen: boolean): Words =>
  () =>
    chosen ? MARK : '';

function choice(state: PhoneState, settings: Partial<PhoneSettings>, words: PhraseId): Row {
  const chosen = Object.entries(settings).every(
    ([name, value]) => state.settings[name as keyof PhoneSettings] === value,
  );
  return { text: says(words), detail: marked(chosen), target: { kind: 'set', settings } };
}

const callRows = ({ callLog, people }: PhoneState, list: CallList): readonly Row[] =>
  entriesOf(callLog, list).map((entry) => {
    const { number, name, startedAt } = entry.newest;
    const times = entry.records.length;
    return {
      text: (book) => {
        const party = nameOf(people, number) || name || number || phrase(book, 'unknownCaller');
        return times > 1 ? `${party} (${times})` : party;
      },
      detail: (book) => writeTime(phrase(book, 'dateTime'), startedAt),
      target: { kind: 'calls', entry },
    };
  });

export const selectedRow = (state: PhoneState, screen: ListScreen): Row | undefined =>
  rowsOf(state, screen)[screen.selected];
