import type { Key } from '../contract/keys';
import type { LineEvent } from '../contract/line-port';
import type { ToldStatus } from '../contract/line-status';
import type { SoftkeyTemplate } from '../contract/softkey-template';
import type { Messages, PhoneFeatures } from '../contract/station';
import type { Wish } from './from-outside';
import type { PhoneInformation } from './menus/information';
import type { Letters } from './menus/multi-tap';
import type { ServiceAnswer } from './menus/service';
import type { PhoneDevice, SpeedDial, Unstored } from './phone-state';
import type { PhraseId } from './phrases';
import type { LineTrouble } from './registration';
import type { PhoneSettings } from './settings';

/** Everything that can happen to a phone. */
export type PhoneInput =
  | { readonly kind: 'key'; readonly key: Key }
  /** A key that a service has pressed: that presses no other. */
  | { readonly kind: 'serviceKey'; readonly key: Key }
  | { readonly kind: 'line'; readonly event: LineEvent }
  /** An XML object pushed by an application. */
  | { readonly kind: 'xsi'; readonly xml: string }
  /** CallManager asks the phone to call; by its first line unless one is named. */
  | { readonly kind: 'makeCall'; readonly number: string; readonly line?: string | undefined }
  /** Until the next one; `phrase` null = none. `value` and `second` go into the phrase. */
  | { readonly kind: 'status'; readonly phrase: PhraseId | null; readonly value: string; readonly second: string }
  | { readonly kind: 'trouble'; readonly line: string; readonly trouble: LineTrouble }
  /** The phone has other lines now; those that it had before go on as they are. */
  | { readonly kind: 'lines'; readonly lines: PhoneDevice['lines'] }
  /** What the app cannot store at the moment; nothing, where all is well. */
  | { readonly kind: 'storage'; readonly unstored: readonly Unstored[] }
  /** A word for the prompt line, for a moment. */
  | { readonly kind: 'prompt'; readonly text: string }
  | { readonly kind: 'features'; readonly features: PhoneFeatures }
  | { readonly kind: 'speedDials'; readonly speedDials: readonly SpeedDial[] }
  | { readonly kind: 'template'; readonly template: SoftkeyTemplate }
  | { readonly kind: 'speedDialState'; readonly number: string; readonly status: ToldStatus }
  | { readonly kind: 'remoteInUse'; readonly line: string; readonly inUse: boolean }
  | { readonly kind: 'messages'; readonly line: string; readonly messages: Messages }
  | { readonly kind: 'settings'; readonly settings: PhoneSettings }
  /** From a link or the command line: stands in the dial field, and is never dialled by itself. */
  | { readonly kind: 'fillNumber'; readonly number: string }
  | { readonly kind: 'wish'; readonly wish: Wish }
  /** The phone writes in other letters from now on. */
  | { readonly kind: 'letters'; readonly letters: Letters }
  | { readonly kind: 'service'; readonly url: string; readonly answer: ServiceAnswer }
  | { readonly kind: 'information'; readonly information: PhoneInformation }
  /** CallManager refuses to forward calls in a circle. */
  | { readonly kind: 'forwardRefused' }
  /** CallManager could not pass the CallBack key on. */
  | { readonly kind: 'serviceNotAvailable' }
  /** The line page is gone, and every call with it. */
  | { readonly kind: 'linePageLost' }
  /** The time that `nextDeadline` named has come. */
  | { readonly kind: 'tick' };
