import { buildXsiObject } from '../../xsi/objects/build';
import { userCallData } from '../../xsi/objects/internal-uri';
import { writeTime } from '../../xsi/objects/time-template';
import type { SoftKeyItem } from '../../xsi/objects/xsi-object';
import type { EndNotice, RequestScreen, Screen, Why } from '../call-back-handler/events';
import type { CallBackPhrase, Dictionaries } from './dictionaries';

/** How the phone's answers find their way back to this service. */
export const APPLICATION_ID = 2552;

/** "The system uses these DOM objects for constructing XSI screens that are needed by the Cisco IP Phone." */
export class ScreenSaver {
  constructor(private readonly dictionaries: Dictionaries) {}

  /** A screen as the XML of a CiscoIPPhoneText object, in the words of the locale. */
  build(screen: Screen, locale: string): string {
    const phrase = (id: CallBackPhrase): string => this.dictionaries.phrase(locale, id);
    return buildXsiObject({
      kind: 'CiscoIPPhoneText',
      // The longest screen would pass the 512 bytes of an object that is pushed over CTI: its Dial key tells what it is.
      ...(screen.id === 'available' ? {} : { appId: `CallBack/${screen.id}` }),
      title: phrase('title'),
      prompt: phrase('prompt'),
      text: screen.id === 'request' ? writeRequest(screen, phrase) : fill(phrase(screen.id), screen),
      softkeys: softkeysOf(screen).map((key) => ({ ...key, name: phrase(key.name) })),
    });
  }

  /** A word on the prompt line. */
  buildNotice(notice: EndNotice, xxxx: string, locale: string): string {
    return this.dictionaries.phrase(locale, notice).replace('xxxx', xxxx);
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

/** The chapter writes xxxx and yyyy for directory numbers, and the form of the time between angle brackets. */
function fill(text: string, screen: Exclude<Screen, RequestScreen>): string {
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
function writeRequest(screen: RequestScreen, phrase: (id: CallBackPhrase) => string): string {
  const { place, count, xxxx, activatedAt, minutesLeft, why, minutes, missedAt } = screen;
  const sentences = [
    phrase('list.place').replace('nn', String(place)).replace('mm', String(count)).replace('xxxx', xxxx),
    // The others may have these letters in a word.
    COUNTED.includes(why) ? phrase(`why.${why}`).replace('nn', String(minutes)) : phrase(`why.${why}`),
    missedAt === null ? '' : writeTime(phrase('list.missed'), missedAt),
    writeTime(phrase('list.since'), activatedAt).replace('nn', String(minutesLeft)),
  ];
  return sentences.filter((sentence) => sentence !== '').join('\n');
}

type Key = Omit<SoftKeyItem, 'name'> & { readonly name: CallBackPhrase };

const exit: Key = { name: 'key.Exit', url: 'SoftKey:Exit', position: 3 };

/** A 7960 has Dial at 1, Cancel at 2 and Exit at 3. */
function softkeysOf(screen: Screen): readonly Key[] {
  const answer = (
    data: 'Dial' | 'Cancel' | 'OK' | 'Next' | 'CancelAll',
    position: number,
    transaction: number,
  ): Key => ({
    name: `key.${data}`,
    url: userCallData(APPLICATION_ID, transaction, data),
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
      const { transaction, count, why } = screen;
      const first = why === 'available' ? 'Dial' : 'Next';
      const several = count > 1 ? [answer('CancelAll', 4, transaction)] : [];
      const ahead = why === 'available' || count > 1 ? [answer(first, 1, transaction)] : [];
      return [...ahead, answer('Cancel', 2, transaction), exit, ...several];
    }
    case 'cannotInvoke':
    case 'cannotActivate':
    case 'expired':
    case 'notActive':
    case 'serviceNotAvailable':
      return [exit];
  }
}
