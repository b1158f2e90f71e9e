import type { Pixels } from './image-objects';
import type { SoftKeyItem } from './xsi-object';

/** The CiscoIPPhone objects that one chooses from or writes into. Limits are those of the XML services developer notes. */
export type MenuObject = ListObject | CiscoIPPhoneInput;

/** Those that are shown as a list. */
export type ListObject = CiscoIPPhoneMenu | CiscoIPPhoneIconMenu | CiscoIPPhoneDirectory;

interface Screen {
  /** Title and prompt have at most 32 characters. */
  readonly title: string;
  readonly prompt: string;
  /** Where there are any, they take the place of the phone's own. */
  readonly softkeys: readonly SoftKeyItem[];
}

interface CiscoIPPhoneMenu extends Screen {
  readonly kind: 'CiscoIPPhoneMenu';
  /** At most 100; a name has at most 64 characters. */
  readonly items: readonly { readonly name: string; readonly url: string }[];
}

export interface CiscoIPPhoneIconMenu extends Screen {
  readonly kind: 'CiscoIPPhoneIconMenu';
  /** At most 32. */
  readonly items: readonly { readonly name: string; readonly url: string; readonly icon: Pixels | null }[];
}

interface CiscoIPPhoneDirectory extends Screen {
  readonly kind: 'CiscoIPPhoneDirectory';
  /** At most 32. */
  readonly entries: readonly { readonly name: string; readonly telephone: string }[];
}

export interface CiscoIPPhoneInput extends Screen {
  readonly kind: 'CiscoIPPhoneInput';
  /** What is written goes there, as a query. */
  readonly url: string;
  /** At most 5. */
  readonly items: readonly InputItem[];
}

export interface InputItem {
  readonly displayName: string;
  readonly queryStringParam: string;
  readonly defaultValue: string;
  /** A: text, U: capitals, L: small letters, N: digits, T: a telephone number, E: a formula. */
  readonly writes: 'A' | 'U' | 'L' | 'N' | 'T' | 'E';
  /** Flag P: what is written is not shown. */
  readonly password: boolean;
}
