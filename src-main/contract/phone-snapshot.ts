/**
 * The whole of what a face shows. The main process writes it, a face mirrors it: no field is worked out twice.
 * Texts are ready to be shown: they come from the dictionary of the phone's locale.
 */
export interface PhoneSnapshot {
  /** Rises with every change; a face drops what is older than what it shows. */
  readonly version: number;
  readonly device: {
    /** As CallManager names it, e.g. "SEP000000001001". */
    readonly name: string;
    /** The directory number of the first line, e.g. "1001". */
    readonly number: string;
    readonly displayName: string;
  };
  readonly display: Display;
  /** The six buttons at the right of the display, from the top; null = nothing on that button. */
  readonly lineButtons: readonly (LineButton | null)[];
  readonly lamps: Lamps;
  /** Where the voice goes; onHook = nowhere. */
  readonly hook: Hook;
  readonly muted: boolean;
  readonly appearance: Appearance;
  /** Calls that nobody has answered since the user last looked at the list of them. */
  readonly missedCalls: number;
  /** 0 (silent) to 10. `ringer` is what the volume key changes on hook, `voice` off hook. */
  readonly volume: { readonly ringer: number; readonly voice: number };
}

export interface Appearance {
  readonly casing: 'dark' | 'light';
  /** Of the LCD, 0 to 10; 5 is the usual one. */
  readonly contrast: number;
}

export type Hook = 'onHook' | 'handset' | 'speaker' | 'headset';

/** `flash` is quick (ringing), `wink` is mostly on (held). */
export type Lamp = 'off' | 'on' | 'flash' | 'wink';

export interface LineButton {
  readonly label: string;
  readonly lamp: Lamp;
  /** False: nobody can reach the line, nor call by it. Of a speed dial: always true. */
  readonly registered: boolean;
  readonly kind: 'line' | 'speedDial';
  /** Of a speed dial: how the line stands that it calls; of a shared line: whether another phone of it talks. */
  readonly far: FarState;
  /** Of a line: voice messages wait on it. */
  readonly messages: boolean;
}

/** `unknown`: nobody tells, or it is not there. */
export type FarState = 'unknown' | 'idle' | 'ringing' | 'inUse' | 'doNotDisturb';

export interface Lamps {
  /** The strip on the handset, for the whole room to see: flashes while the phone rings, and is lit while messages wait. */
  readonly handset: Lamp;
  readonly speaker: Lamp;
  readonly headset: Lamp;
  readonly mute: Lamp;
  readonly messages: Lamp;
}

/** Where a line of a language begins: at the left or at the right. */
export type Direction = 'ltr' | 'rtl';

/** The LCD. */
export interface Display {
  /** The language of the phone's locale as a BCP 47 tag, e.g. "de", "zh-CN". */
  readonly language: string;
  readonly direction: Direction;
  /** In the form of the locale's template, e.g. "14:05 11/22/26". */
  readonly dateTime: string;
  /** The main number, at the right of the title bar. */
  readonly number: string;
  readonly plane: CallPlane | ServicesPlane | ImagePlane | MenuPlane | InputPlane;
  /** The prompt line, e.g. "Your current options". */
  readonly prompt: string;
  /** The four softkeys from the left; null = no key there. */
  readonly softkeys: readonly (string | null)[];
}

/** What is shown while nothing of a service is: the calls, or the digits being dialled. */
export interface CallPlane {
  readonly kind: 'calls';
  readonly calls: readonly CallRow[];
  /** The digits entered so far; null = nothing is being dialled. */
  readonly entry: string | null;
}

/** `remote`: a call of a shared line that another phone has. */
type CallIcon =
  | 'offHook'
  | 'ringOut'
  | 'ringIn'
  | 'connected'
  | 'hold'
  | 'busy'
  | 'onHook'
  | 'conference'
  | 'transfer'
  | 'remote';

export interface CallRow {
  readonly id: string;
  readonly icon: CallIcon;
  /** e.g. "To 1002", "From Bob (1002)". */
  readonly text: string;
  /** How long the call has lasted, "mm:ss"; null = not answered yet. */
  readonly timer: string | null;
  readonly selected: boolean;
}

/** The 133 x 65 pixel pane of the XML services, here a CiscoIPPhoneText object. */
export interface ServicesPlane {
  readonly kind: 'services';
  readonly title: string;
  /** One text; it wraps at the pane's width and scrolls. */
  readonly text: string;
  /** How many rows of text have been scrolled away at the top. */
  readonly scrolledRows: number;
}

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** A character for each pixel, row by row: 0 is the bare display, 3 is black. */
  readonly greys: string;
}

/** A picture in the same pane, in the four greys of the display. */
export interface ImagePlane {
  readonly kind: 'image';
  readonly title: string;
  readonly picture: Pixels & {
    /** In pixels of the pane; null = in the middle. */
    readonly left: number | null;
    readonly top: number | null;
  };
  /** What keys of the keypad lead to. The picture shows it; whoever cannot see it is told. */
  readonly choices: readonly { readonly key: string; readonly text: string }[];
}

/** A list to choose from, in the same pane. The face keeps the selected row in view. */
export interface MenuPlane {
  readonly kind: 'menu';
  readonly title: string;
  readonly items: readonly MenuItem[];
  /** Index of the selected item; null = a list to read. */
  readonly selected: number | null;
}

export interface MenuItem {
  /** What stands before it, e.g. "1"; a digit of the keypad chooses it. Empty = none. */
  readonly number: string;
  readonly text: string;
  /** At the end of the row, e.g. the value of a setting; empty = none. */
  readonly detail: string;
  /** Of a service: a small picture before the text, at most 16 x 10 pixels. */
  readonly icon?: Pixels;
}

/** A form to fill in, in the same pane. */
export interface InputPlane {
  readonly kind: 'input';
  readonly title: string;
  readonly fields: readonly { readonly label: string; readonly value: string }[];
  /** Index of the field that has the cursor. */
  readonly selected: number;
  /** Where the cursor stands in its value, in characters from the start. */
  readonly cursor: number;
  /** What the keypad writes: small letters, capitals, or digits. */
  readonly mode: 'abc' | 'ABC' | '123';
}
