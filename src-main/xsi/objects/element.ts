import type { Element } from '@xmldom/xmldom';
import type { CiscoIPPhoneError, SoftKeyItem } from './xsi-object';

export const parseError = (cause: string): CiscoIPPhoneError => ({ kind: 'CiscoIPPhoneError', number: 1, cause });

export const children = (parent: Element, name: string): Element[] =>
  Array.from(parent.childNodes).filter((node): node is Element => node.nodeName === name);

/** @param most characters: what is too long is cut, as the phone cuts it */
export function text(parent: Element, name: string, most = Number.POSITIVE_INFINITY): string {
  const whole = children(parent, name)[0]?.textContent?.trim() ?? '';
  if (whole.length <= most) return whole;
  return whole.slice(0, isFirstHalf(whole.charCodeAt(most - 1)) ? most - 1 : most);
}

/** A character beyond the first plane has two halves; one of them alone is none. */
const isFirstHalf = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;

const LONGEST_NAME = 64;

/** @param most of them: the others are left out. An item without a name ends the list. */
export function menuItems(root: Element, most: number) {
  const items = children(root, 'MenuItem').map((item) => ({
    name: text(item, 'Name', LONGEST_NAME),
    url: text(item, 'URL'),
  }));
  const end = items.findIndex(({ name }) => name === '');
  return items.slice(0, end < 0 ? most : Math.min(end, most));
}

/** @returns null if the element has none of that name, or one that is no number from `least` to `most` */
export function integer(parent: Element, name: string, least: number, most: number): number | null {
  const written = text(parent, name);
  const value = Number(written);
  return written !== '' && Number.isInteger(value) && value >= least && value <= most ? value : null;
}

const LONGEST_TEXT = 32;

/** What every object that is shown has: its title, its prompt and its softkeys. */
export interface ScreenFields {
  readonly title: string;
  readonly prompt: string;
  readonly softkeys: readonly SoftKeyItem[];
}

export function parseScreen(root: Element): ScreenFields | CiscoIPPhoneError {
  const [title, prompt] = [text(root, 'Title', LONGEST_TEXT), text(root, 'Prompt', LONGEST_TEXT)];
  const softkeys = parseSoftkeys(root);
  return 'kind' in softkeys ? softkeys : { title, prompt, softkeys };
}

/** The softkeys of an object; one that names no position has that of its place in the list. */
function parseSoftkeys(root: Element): readonly SoftKeyItem[] | CiscoIPPhoneError {
  const softkeys = children(root, 'SoftKeyItem').map((item, index) => ({
    name: text(item, 'Name'),
    url: text(item, 'URL'),
    position: Number(text(item, 'Position') || index + 1),
  }));
  const bad = softkeys.find((key) => !key.name || key.url.length > 256 || !(key.position >= 1 && key.position <= 16));
  return bad ? parseError(`the softkey "${bad.name}" has no name, a bad position or too long a URL`) : softkeys;
}
