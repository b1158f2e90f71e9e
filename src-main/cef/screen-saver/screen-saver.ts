import { buildXsiObject } from '../../xsi/objects/build';
import { userData } from '../../xsi/objects/internal-uri';
import { writeTime } from '../../xsi/objects/time-template';
import type { SoftKeyItem } from '../../xsi/objects/xsi-object';
import type { EndNotice, RequestScreen, RequestTimesScreen, Screen, Why } from '../call-back-handler/events';
import type { CallBackPhrase, Dictionaries } from './dictionaries';

/** How the phone's answers find their way back to this service. */
const APPLICATION_ID = 2552;

/** "The system uses these DOM objects for constructing XSI screens that are needed by the Cisco IP Phone." */
export class ScreenSaver {
  readonly #dictionaries: Dictionaries;

  constructor(dictionaries: Dictionaries) {
    this.#dictionaries = dictionaries;
  }

  /** A screen as the XML of a CiscoIPPhoneText object, in the words of the locale. */
  build(screen: Screen, locale: string): string {
    const phrase = (id: CallBackPhrase): string => this.#dictionaries.phrase(locale, id);
    return buildXsiObject({
      kind: 'CiscoIPPhoneText',
      ...(hasName(screen) ? { appId: `CallBack/${screen.id}` } : {}),
      title: phrase('title'),
      prompt: phrase('prompt'),
      text: textOf(screen, phrase),
      softkeys: softkeysOf(screen).map((key) => ({ ...key, name: phrase(key.name) })),
    });
  }

  /** A word on the prompt line. */
  buildNotice(notice: EndNotice, xxxx: string, locale: string): string {
    return this.#dictionaries.phrase(locale, notice).replace('xxxx', xxxx);
  }

  /** Takes whatever screen is shown off the phone. */
  buildClose(): string {
    return buildXsiObject({ kind: 'CiscoIPPhoneExecute', items: [{ url: 'Init:Services', priority: 0 }] });
  }

  /** The audio alert. */
  buildAlert(fileName: string): string {
    return buildXsiObject({ kind: 'CiscoIPPhoneExecute', items: [{ url: `Play:${fileName}`, priority: 0 }] });
  }
}

/** The longest screens would pass the 512 bytes of an object that is pushed over CTI: their Dial key tells what they are. */
const hasName = (screen: Screen): boolean =>
  screen.id !== 'available' && !(screen.id === 'request' && screen.why === 'available');

type Phrase = (id: CallBackPhrase) => string;

function textOf(screen: Screen, phrase: Phrase): string {
  if (screen.id === 'request') return writeRequest(screen, phrase);
  return screen.id === 'requestTimes' ? writeTimes(screen, phrase) : fill(phrase(screen.id), screen);
}

/** The chapter writes xxxx and yyyy for directory numbers, and the form of the time between angle brackets. */
function fill(text: string, screen: Exclude<Screen, RequestScreen | RequestTimesScreen>): string {
  const timed = screen.id === 'available' ? writeTime(text, screen.since) : text;
  // One pass: a number must not be taken for a placeholder in its turn.
  return timed.replace(/xxxx|yyyy/g, (placeholder) => {
    if (placeholder === 'xxxx' && 'xxxx' in screen) return screen.xxxx;
    return placeholder === 'yyyy' && 'yyyy' in screen ? screen.yyyy : placeholder;
  });
}

/** The reasons that say for how many minutes. */
const COUNTED: readonly Why[] = ['talking', 'held', 'offline'];

/** One request of the list, a sentence a line. */
function writeRequest({ place, count, xxxx, why, minutes }: RequestScreen, phrase: Phrase): string {
  const which = phrase('list.place').replace('nn', String(place)).replace('mm', String(count)).replace('xxxx', xxxx);
  // The others may have these letters in a word.
  const reason = COUNTED.includes(why) ? phrase(`why.${why}`).replace('nn', String(minutes)) : phrase(`why.${why}`);
  return [which, reason].join('\n');
}

function writeTimes({ xxxx, activatedAt, minutesLeft, missedAt }: RequestTimesScreen, phrase: Phrase): string {
  const missed = missedAt === null ? [] : [writeTime(phrase('list.missed'), missedAt)];
  const since = writeTime(phrase('list.since'), activatedAt).replace('nn', String(minutesLeft));
  return [`${xxxx}:`, ...missed, since].join('\n');
}

type Key = Omit<SoftKeyItem, 'name'> & { readonly name: CallBackPhrase };

const exit: Key = { name: 'key.Exit', url: 'SoftKey:Exit', position: 3 };

/** A 7960 has Dial at 1, Cancel at 2 and Exit at 3. */
function softkeysOf(screen: Screen): readonly Key[] {
  const answer = (
    data: 'Dial' | 'Cancel' | 'OK' | 'More' | 'Next' | 'CancelAll',
    position: number,
    transaction: number,
  ): Key => ({
    // A page of two, or the next request: to the user it is the next.
    name: data === 'More' ? 'key.Next' : `key.${data}`,
    url: userData(APPLICATION_ID, transaction, data),
    position,
  });
  switch (screen.id) {
    case 'activated':
      return [answer('Cancel', 2, screen.transaction), exit];
    case 'available':
      return [answer('Dial', 1, screen.transaction), answer('Cancel', 2, screen.transaction), exit];
    case 'alreadyActive':
      return [answer('OK', 1, screen.transaction), exit];
    case 'request': {
      const { transaction, why } = screen;
      return why === 'available'
        ? [answer('Dial', 1, transaction), answer('More', 2, transaction), exit]
        : [answer('More', 1, transaction), answer('Cancel', 2, transaction), exit];
    }
    case 'requestTimes': {
      const { transaction, count } = screen;
      return count > 1
        ? [answer('Next', 1, transaction), answer('CancelAll', 2, transaction), exit]
        : [answer('Next', 1, transaction), answer('Cancel', 2, transaction), exit];
    }
    case 'cannotInvoke':
    case 'cannotActivate':
    case 'expired':
    case 'notActive':
    case 'serviceNotAvailable':
      return [exit];
  }
}
