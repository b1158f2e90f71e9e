import { missingCase } from '../../../base/missing-case';
import type { CallRow, Display } from '../../../contract/display';
import { wordsOfLabel } from '../../../contract/label-words';
import type { LineButton, PhoneSnapshot } from '../../../contract/phone-snapshot';
import type { ControlledStatus } from './controlled-phones';
import type { HeardSounds } from './heard-sounds';

type Plane = Display['plane'];

/** One phone, each part of it by its name: what `GET /v1/phones/{number}` answers. */
export interface PhoneReport {
  readonly number: string;
  /** As CallManager names the device. */
  readonly name: string;
  readonly displayName: string;
  readonly registered: boolean;
  /** Of the screen, menu or form; empty while the calls are shown. */
  readonly title: string;
  readonly prompt: string;
  /** What stands between title and prompt, row by row. */
  readonly rows: readonly string[];
  readonly page: Plane['kind'];
  /** Where the choice or the cursor is; null = the page has none. */
  readonly cursor: { readonly row: number; readonly column: number } | null;
  /** The digits entered so far; null = nothing is being dialled. */
  readonly entry: string | null;
  readonly lines: readonly (LineButton & { readonly button: number })[];
  readonly calls: readonly CallReport[];
  /** The four positions from the left; null = no key there. */
  readonly softkeys: readonly (string | null)[];
  readonly lamps: PhoneSnapshot['lamps'];
  readonly hook: PhoneSnapshot['hook'];
  readonly muted: boolean;
  readonly missedCalls: number;
  readonly volume: PhoneSnapshot['volume'];
  /** All that a sighted user reads on the display, in one line. */
  readonly screen: string;
  readonly sounds: HeardSounds;
  /** The address of the phone's own web server; null = it has none. */
  readonly webServer: string | null;
}

interface CallReport {
  readonly id: string;
  /** proceed, ringOut, ringIn, connected, held, busy, disconnected; busy is any call that has led to nobody. */
  readonly state: string;
  /** Empty = the call is over. */
  readonly party: string;
  /** As its row has it, e.g. "To Bob (1002)"; empty = the call has no row. */
  readonly text: string;
  /** "mm:ss"; null = not answered yet. */
  readonly timer: string | null;
  readonly selected: boolean;
}

export function reportOf(snapshot: PhoneSnapshot, status: ControlledStatus, sounds: HeardSounds): PhoneReport {
  const { device, display, lineButtons, lamps, hook, muted, missedCalls, volume } = snapshot;
  const { plane, prompt, softkeys } = display;
  return {
    ...device,
    registered: status.registered,
    title: titleOf(plane),
    prompt,
    rows: rowsOf(plane),
    page: plane.kind,
    cursor: cursorOf(plane),
    entry: plane.kind === 'calls' ? plane.entry : null,
    lines: lineButtons.flatMap((button, at) => (button ? [{ button: at + 1, ...button }] : [])),
    calls: callsOf(plane, status.calls),
    softkeys,
    lamps,
    hook,
    muted,
    missedCalls,
    volume,
    screen: onOneLine(displayLines(snapshot).join(' ')),
    sounds,
    webServer: null,
  };
}

/** What a sighted user reads, a line for each part, in reading order: the same as the text of the face's display. */
export function displayLines({ display, lineButtons, missedCalls }: PhoneSnapshot): readonly string[] {
  const { dateTime, number, plane, prompt, softkeys } = display;
  return [
    dateTime,
    missedCalls > 0 ? `${missedCalls} missed` : '',
    number,
    ...lineButtons.map((button) => (button ? wordsOfLabel(button) : '')),
    titleOf(plane),
    ...rowsOf(plane),
    prompt,
    softkeys.filter((label) => label !== null).join(' '),
  ].filter((line) => line !== '');
}

/** Blanks and line ends as single blanks. */
export const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const titleOf = (plane: Plane): string => (plane.kind === 'calls' ? '' : plane.title);

function rowsOf(plane: Plane): readonly string[] {
  switch (plane.kind) {
    case 'calls':
      return [...plane.calls.map(({ text, timer }) => words(text, timer)), ...(plane.entry ? [plane.entry] : [])];
    case 'services':
      return plane.text.split(/\r\n|\r|\n/);
    case 'image':
      return plane.choices.map(({ key, text }) => words(key, text));
    case 'menu':
      return plane.items.map(({ number, text, detail }) => words(number, text, detail));
    case 'input':
      return [plane.mode, ...plane.fields.map(({ label, value }) => words(label, value))];
    default:
      return missingCase(plane);
  }
}

/** The row that the mode of a form takes. */
const ROWS_ABOVE_FIELDS = 1;

function cursorOf(plane: Plane): PhoneReport['cursor'] {
  if (plane.kind === 'menu') return plane.selected === null ? null : { row: plane.selected, column: 0 };
  if (plane.kind === 'input') return { row: plane.selected + ROWS_ABOVE_FIELDS, column: plane.cursor };
  return null;
}

/** What the icon of a row says of a call that is over, and still on the display. */
const OVER: Readonly<Partial<Record<CallRow['icon'], string>>> = { busy: 'busy', onHook: 'disconnected' };

/** Those that there are, and after them those that have failed or ended and are still shown. */
function callsOf(plane: Plane, calls: ControlledStatus['calls']): readonly CallReport[] {
  const rows = plane.kind === 'calls' ? plane.calls : [];
  const standing = calls.map(({ id, phase, party }) => {
    const { text = '', timer = null, selected = false } = rows.find((row) => row.id === id) ?? {};
    return { id, state: phase, party, text, timer, selected };
  });
  const over = rows
    .filter(({ id }) => !calls.some((call) => call.id === id))
    .map(({ id, icon, text, timer, selected }) => ({
      id,
      state: OVER[icon] ?? icon,
      party: '',
      text,
      timer,
      selected,
    }));
  return [...standing, ...over];
}

const words = (...parts: readonly (string | null)[]): string => parts.filter((part) => part).join(' ');
