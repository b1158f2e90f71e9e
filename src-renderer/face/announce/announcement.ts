import { missingCase } from '../../../src-main/base/missing-case';
import type { CallPlane, Display, InputPlane, MenuPlane } from '../../../src-main/contract/display';

/** What a screen reader is to say of a change on the display. */
export interface Announcement {
  /** At once, whatever it is saying. */
  readonly urgent: string;
  /** When it has done with what it is saying. */
  readonly calm: string;
}

/**
 * Urgent is who calls, and a screen that nobody has asked for: that somebody has become available. All else can wait its turn:
 * the prompt, which says Connected and Busy; what is chosen in a list; what has been written. What ticks is not said at all.
 *
 * @param unasked no key of the phone was pressed shortly before
 */
export function announcementOf(previous: Display, next: Display, unasked: boolean): Announcement {
  const ringing = newlyRinging(previous.plane, next.plane);
  const screen = changedScreen(previous.plane, next.plane);
  const urgent = [...ringing, ...(unasked ? screen : [])];
  const prompt = next.prompt !== previous.prompt && !ringing.includes(next.prompt) ? [next.prompt] : [];
  const calm = [...(unasked ? [] : screen), ...changedPlane(previous.plane, next.plane), ...prompt];
  return { urgent: sentences(urgent), calm: sentences(calm) };
}

type Plane = Display['plane'];

const sentences = (parts: readonly string[]): string => parts.filter((part) => part.trim() !== '').join('. ');

const ringingIn = (plane: Plane) => (plane.kind === 'calls' ? plane.calls.filter(({ icon }) => icon === 'ringIn') : []);

function newlyRinging(previous: Plane, next: Plane): readonly string[] {
  const before = new Set(ringingIn(previous).map(({ id }) => id));
  return ringingIn(next).flatMap(({ id, text }) => (before.has(id) ? [] : [text]));
}

function changedScreen(previous: Plane, next: Plane): readonly string[] {
  if (next.kind === 'image') {
    const same = previous.kind === 'image' && previous.title === next.title;
    return same ? [] : [next.title, ...next.choices.map(({ key, text }) => `${key} ${text}`)];
  }
  if (next.kind !== 'services') return [];
  const same = previous.kind === 'services' && previous.title === next.title && previous.text === next.text;
  return same ? [] : [next.title, next.text];
}

function changedPlane(previous: Plane, next: Plane): readonly string[] {
  switch (next.kind) {
    case 'services':
    case 'image':
      return [];
    case 'calls':
      return previous.kind === 'calls' ? changedCalls(previous, next) : [];
    case 'menu':
      return changedMenu(previous, next);
    case 'input':
      return changedInput(previous, next);
    default:
      return missingCase(next);
  }
}

function changedCalls(previous: CallPlane, next: CallPlane): readonly string[] {
  const was = previous.calls.find((call) => call.selected);
  const is = next.calls.find((call) => call.selected);
  const chosen = next.calls.length > 1 && was && is && was.id !== is.id && is.icon !== 'ringIn' ? [is.text] : [];
  return [...chosen, written(previous.entry ?? '', next.entry ?? '')];
}

function changedMenu(previous: Plane, next: MenuPlane): readonly string[] {
  const before = previous.kind === 'menu' && previous.title === next.title ? previous : null;
  const chosen = itemOf(next);
  if (before === null) return [next.title, chosen];
  return chosen === itemOf(before) && before.selected === next.selected ? [] : [chosen];
}

/** The chosen row; of a list to read, all of it. */
const itemOf = ({ items, selected }: MenuPlane): string =>
  items
    .filter((_, index) => selected === null || selected === index)
    .map(({ number, text, detail }) => [number, text, detail].filter((part) => part !== '').join(' '))
    .join('. ');

function changedInput(previous: Plane, next: InputPlane): readonly string[] {
  const before = previous.kind === 'input' && previous.title === next.title ? previous : null;
  const field = next.fields[next.selected];
  const mode = before?.mode === next.mode ? [] : [next.mode];
  if (!field) return before ? mode : [next.title];
  if (before === null) return [next.title, field.label, field.value, next.mode];
  if (before.selected !== next.selected) return [field.label, field.value, ...mode];
  return [written(before.fields[next.selected]?.value ?? '', field.value), ...mode];
}

/** What was added, or what is left where something was taken away. */
const written = (before: string, now: string): string => {
  if (before === now) return '';
  return now.startsWith(before) ? now.slice(before.length) : now;
};
