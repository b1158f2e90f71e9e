import type { CallRecord } from '../contract/call-record';
import type { Key } from '../contract/keys';
import type { LineCommand } from '../contract/line-port';
import type { MemoryChange } from '../contract/phone-memory';
import type { CalledParty, Forwards, UserData } from '../contract/station';

/** Everything that a phone wants done. */
export type PhoneEffect =
  | { readonly kind: 'line'; readonly command: LineCommand }
  /** `line`: of the call that the key was pressed in, else the first. */
  | { readonly kind: 'callBackPressed'; readonly line: string; readonly called: CalledParty | null }
  | { readonly kind: 'servicesPressed' }
  | { readonly kind: 'userData'; readonly message: UserData }
  | { readonly kind: 'setForwardAll'; readonly number: string | null }
  | { readonly kind: 'setForwards'; readonly forwards: Forwards }
  | { readonly kind: 'setCallWaiting'; readonly on: boolean }
  | { readonly kind: 'setDoNotDisturb'; readonly on: boolean }
  /** Key:name of a service, which an input `serviceKey` brings. */
  | { readonly kind: 'pressKey'; readonly key: Key }
  /** Play:file of an Execute object. */
  | { readonly kind: 'play'; readonly file: string }
  /** One of the device's ring types, once, for whoever chooses. */
  | { readonly kind: 'tryRing'; readonly file: string }
  /** A call is over: for the lists of calls. */
  | { readonly kind: 'callRecorded'; readonly record: CallRecord }
  /** To be known again when the phone starts again. */
  | { readonly kind: 'remember'; readonly change: MemoryChange }
  /** The phone shows the CiscoIPPhone object of a service, which an input `service` brings. */
  | { readonly kind: 'openService'; readonly url: string };
