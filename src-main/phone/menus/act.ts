import type { CallRecord } from '../../contract/call-record';
import type { Person } from '../../contract/phone-memory';
import { dialFromList } from '../dialling';
import { lineInFocus } from '../lines';
import { type PhoneState, type Step, step, withNotice } from '../phone-state';
import { pressServicesKey, showHelp } from '../services';
import { withoutEntry, withoutList } from './call-log';
import { changeMode, erase, type Form, newForm } from './form';
import { saveForwards } from './forwards';
import { changeLevel, saveLevel, takeBackLevel } from './level';
import type { MenuAction } from './menu-keys';
import { updatePage, withoutTop } from './page';
import { MAX_PEOPLE, nameOf, withoutPerson, withPerson } from './people';
import { rowsOf, selectedRow, type Target } from './rows';
import {
  type CallList,
  closed,
  type ListScreen,
  listScreen,
  type Menu,
  opened,
  replacedTop,
  type Screen,
  textScreen,
} from './screen';
import { request, submitted } from './service';

/** Milliseconds in which the Call Back service answers the key with a screen, or does not work. */
const ANSWER_WITHIN = 5000;

/** A softkey of the menu that is shown. */
export function act(state: PhoneState, menu: Menu, action: MenuAction, now: number): Step {
  const top = menu.screens.at(-1) ?? menu.screens[0];
  const show = (screen: Screen): Step => step(shows(state, opened(menu, screen)));
  switch (action) {
    case 'Exit': {
      // What was found leads back to the list that was searched.
      if (top.kind === 'list' && top.query !== '')
        return step(shows(state, replacedTop(menu, { ...top, query: '', selected: 0, typed: null })));
      const left = withoutTop(state, menu);
      return step(shows(left, left.menu));
    }
    case 'Cancel': {
      const left = withoutTop(takeBackLevel(state, top), menu);
      return step(shows(left, left.menu));
    }
    case 'Up':
    case 'Down':
      return step(changeLevel(state, top, action === 'Up' ? 1 : -1));
    case 'Mode':
      return step(top.kind === 'form' ? shows(state, replacedTop(menu, changeMode(top))) : state);
    case '<<':
      return step(top.kind === 'form' ? shows(state, replacedTop(menu, erase(top))) : state);
    case 'Save':
      if (top.kind === 'form' && top.form === 'callForwards')
        return saveForwards(state, shows(state, closed(menu)), top, now);
      if (top.kind === 'form') return savePerson(state, menu, top, now);
      return step(withNotice(shows(saveLevel(state, top), closed(menu)), now, 'settingsSaved'));
    case 'Find': {
      const below = closed(menu);
      const query = top.kind === 'form' ? (top.values[0] ?? '') : '';
      return step(shows(state, below && replacedTop(below, listScreen('personalDirectory', query))));
    }
    case 'Submit':
      return top.kind === 'form' && top.object ? request(state, submitted(top.object, top), now) : step(state);
    case 'Update':
    case 'Next':
      return updatePage(state, now);
    case 'New':
      return show(newForm('newPerson', ['', '']));
    case 'Search':
      return show(newForm('search', ['']));
    case 'Select':
    case 'Play':
    case 'Dial':
    case 'EditDial':
    case 'CallBack':
    case 'Details':
    case 'Delete':
    case 'Clear':
    case 'Add':
    case 'Edit':
      return top.kind === 'text'
        ? actOnCall(state, top.calls[0], action, now)
        : actOnRow(state, menu, top, action, now);
  }
}

const shows = (state: PhoneState, menu: Menu | null): PhoneState => ({
  ...state,
  menu,
  requested: null,
  softkeyPage: 0,
  notice: null,
});

type RowAction = Exclude<
  MenuAction,
  'Exit' | 'Cancel' | 'Up' | 'Down' | 'Mode' | '<<' | 'Save' | 'Submit' | 'Update' | 'Next' | 'Find' | 'New' | 'Search'
>;

function actOnRow(state: PhoneState, menu: Menu, top: Screen, action: RowAction, now: number): Step {
  const target = top.kind === 'list' ? selectedRow(state, top)?.target : undefined;
  if (top.kind !== 'list' || !target) return step(state);
  switch (target.kind) {
    case 'number':
      return actOnNumber(state, target.number, lineInFocus(state), action, now);
    case 'open':
    case 'service':
    case 'set':
    case 'url':
      return choose(state, menu, target, action, now);
    case 'calls': {
      const { newest, records } = target.entry;
      if (action === 'Delete')
        return step(clamped({ ...state, callLog: withoutEntry(state.callLog, target.entry) }, menu, top));
      if (action === 'Clear') {
        const cleared = { ...state, callLog: withoutList(state.callLog, top.list as CallList) };
        return step(withNotice(clamped(cleared, menu, top), now, 'historyCleared'));
      }
      if (action === 'Details') return step(shows(state, opened(menu, textScreen('details', records))));
      if (action === 'Add') {
        const name = nameOf(state.people, newest.number) || newest.name;
        return step(shows(state, opened(menu, newForm('newPerson', [short(name), short(newest.number)]))));
      }
      return actOnCall(state, newest, action, now);
    }
    case 'person': {
      const { person } = target;
      if (action === 'Delete')
        return step(clamped({ ...state, people: withoutPerson(state.people, person) }, menu, top));
      if (action === 'Edit')
        return step(shows(state, opened(menu, newForm('editPerson', [person.name, person.number], person))));
      return actOnNumber(state, person.number, lineInFocus(state), action, now);
    }
  }
}

const short = (text: string): string => text.slice(0, 32);

type Chosen = Extract<Target, { kind: 'open' | 'service' | 'set' | 'url' }>;

/** Select, a digit or Enter on a row that leads somewhere or sets something. */
export function choose(state: PhoneState, menu: Menu, target: Chosen, action: RowAction, now: number): Step {
  switch (target.kind) {
    case 'open':
      return step(shows(state, opened(menu, target.screen)));
    case 'service':
      switch (target.service.opens.kind) {
        case 'callBackRequests':
          return step({ ...state, softkeyPage: 0, notice: null }, { kind: 'servicesPressed' });
        case 'phoneInformation':
          return step(shows(state, opened(menu, textScreen('phoneInformation'))));
        case 'help':
          return step(showHelp(state, 'help.manual'));
        case 'file':
          return request(state, target.service.opens.file, now, target.service.name);
      }
      break;
    case 'url':
      return follow(state, target.url, now, target.name);
    case 'set': {
      const { ringType, callWaiting } = target.settings;
      if (callWaiting !== undefined && state.features)
        return step(withNotice(state, now, 'settingsSaved'), { kind: 'setCallWaiting', on: callWaiting });
      const effects = ringType === undefined ? [] : [{ kind: 'tryRing', file: ringType } as const];
      if (action === 'Play') return step(state, ...effects);
      return step(
        withNotice({ ...state, settings: { ...state.settings, ...target.settings } }, now, 'settingsSaved'),
        ...effects,
      );
    }
  }
  return step(state);
}

/** What a row, a key or a digit of a service leads to: a number, something that the phone does itself, or another object. */
export function follow(state: PhoneState, url: string, now: number, name = ''): Step {
  const [, action, number = ''] = /^(Dial|EditDial):([^:]*)/.exec(url) ?? [];
  return action === 'Dial' || action === 'EditDial'
    ? actOnNumber(state, number, lineInFocus(state), action, now)
    : pressServicesKey(state, url, now, name);
}

/** The list may have fewer rows now. */
function clamped(state: PhoneState, menu: Menu, top: ListScreen): PhoneState {
  const selected = Math.max(0, Math.min(top.selected, rowsOf(state, top).length - 1));
  return shows(state, replacedTop(menu, { ...top, selected, typed: null }));
}

function actOnCall(state: PhoneState, record: CallRecord | undefined, action: RowAction, now: number): Step {
  if (!record) return step(state);
  const line = state.device.lines.some(({ id }) => id === record.line) ? record.line : lineInFocus(state);
  return actOnNumber(state, record.number, line, action, now);
}

function actOnNumber(state: PhoneState, number: string, line: string, action: RowAction, now: number): Step {
  // Who calls may keep the number back.
  if (number === '') return step(withNotice(state, now, 'keyNotActive'));
  if (action === 'Dial' || action === 'Select') return dialFromList(state, number, false, now, line);
  if (action === 'EditDial') return dialFromList(state, number, true, now, line);
  // The list does not say what the other phone did: it counts as one that did not answer.
  if (action === 'CallBack')
    return step(
      { ...state, answerDueAt: now + ANSWER_WITHIN },
      { kind: 'callBackPressed', line, called: { number, outcome: 'noReply' } },
    );
  return step(state);
}

function savePerson(state: PhoneState, menu: Menu, form: Form, now: number): Step {
  const [name = '', number = ''] = form.values.map((value) => value.trim());
  if (number === '') return step(withNotice(state, now, 'numberMissing'));
  if (!form.replaces && state.people.length >= MAX_PEOPLE) return step(withNotice(state, now, 'directoryFull'));
  const person: Person = { name, number };
  const people = withPerson(state.people, person, form.replaces);
  const below = closed(menu);
  const list = below?.screens.at(-1);
  const shown =
    below && list?.kind === 'list' && list.list === 'personalDirectory'
      ? replacedTop(below, { ...listScreen('personalDirectory'), selected: people.indexOf(person) })
      : below;
  return step(withNotice(shows({ ...state, people }, shown), now, 'entrySaved'));
}
