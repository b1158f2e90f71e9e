import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { phoneDictionaries, readSoftkeyTemplate } from '../../../src-main/app/phones/read-assets.ts';
import type { Screen } from '../../../src-main/cef/call-back-handler/events.ts';
import { Dictionaries } from '../../../src-main/cef/screen-saver/dictionaries.ts';
import { ScreenSaver } from '../../../src-main/cef/screen-saver/screen-saver.ts';
import { readDictionaryFiles } from '../../../src-main/cef-host/read-dictionaries.ts';
import type { PhoneSnapshot } from '../../../src-main/contract/phone-snapshot.ts';
import type { PhoneInput } from '../../../src-main/phone/phone-input.ts';
import { initialPhone, type PhoneState } from '../../../src-main/phone/phone-state.ts';
import type { Phrasebook } from '../../../src-main/phone/phrases.ts';
import { reducePhone } from '../../../src-main/phone/reduce.ts';
import { snapshotOf } from '../../../src-main/phone/snapshot.ts';
import { NO_FEATURES } from '../../support/no-features.ts';

const FOLDER = 'assets/dictionaries';
const LINE = '1001';
/** 14:05 on 22 November 2026, local time. */
const NOW = new Date(2026, 10, 22, 14, 5).getTime();

const fail = (problem: string): never => {
  throw new Error(problem);
};

/** Every locale that is shipped. */
export const LOCALES: readonly string[] = readdirSync(FOLDER).sort();

const dictionaries = Dictionaries.read(readDictionaryFiles(FOLDER, 'call-back-dictionary.xml'), fail);
const screenSaver = new ScreenSaver(dictionaries);
const phrasesOf: (locale: string) => Phrasebook = phoneDictionaries([FOLDER], fail);
const template = readSoftkeyTemplate(join('assets/softkey-templates', 'standard-user-for-call-back.json'));

/** Each screen of the chapter, with the numbers of its own story. */
export const SCREENS: { readonly [Id in Screen['id']]: Extract<Screen, { id: Id }> | Screen } = {
  activated: { id: 'activated', xxxx: '1002', transaction: 1 },
  available: { id: 'available', xxxx: '1002', since: NOW, transaction: 1 },
  alreadyActive: { id: 'alreadyActive', xxxx: '1002', yyyy: '1003', transaction: 1 },
  cannotInvoke: { id: 'cannotInvoke', xxxx: '1002' },
  cannotActivate: { id: 'cannotActivate', xxxx: '1009' },
  expired: { id: 'expired', xxxx: '1002' },
  notActive: { id: 'notActive' },
  serviceNotAvailable: { id: 'serviceNotAvailable' },
  request: {
    id: 'request',
    xxxx: '1002',
    place: 1,
    count: 2,
    why: 'talking',
    minutes: 4,
    transaction: 1,
  },
  requestTimes: {
    id: 'requestTimes',
    xxxx: '1002',
    count: 2,
    activatedAt: NOW,
    minutesLeft: 59,
    missedAt: NOW,
    transaction: 1,
  },
};

/** A registered phone of a locale, shown as the real service and the real phone make it. */
export class LocalePhone {
  #state: PhoneState;
  #version = 0;

  readonly #locale: string;

  constructor(locale: string) {
    this.#locale = locale;
    this.#state = initialPhone({
      name: 'SEP000000001001',
      lines: [{ id: LINE, number: LINE, displayName: 'Alice' }],
      speedDials: [],
      template,
      completeAfterDigits: 4,
      ringTypes: [],
    });
    this.input({ kind: 'line', event: { kind: 'registration', line: LINE, state: 'registered', status: null } });
    this.input({ kind: 'features', features: NO_FEATURES });
  }

  shows(screen: Screen): this {
    return this.input({ kind: 'xsi', xml: screenSaver.build(screen, this.#locale) });
  }

  input(input: PhoneInput): this {
    this.#state = reducePhone(this.#state, input, NOW).state;
    return this;
  }

  get snapshot(): PhoneSnapshot {
    this.#version += 1;
    return snapshotOf(this.#state, phrasesOf(this.#locale), NOW, this.#version);
  }
}
