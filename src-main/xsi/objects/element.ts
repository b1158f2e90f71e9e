import type { Element } from '@xmldom/xmldom';
import type { CiscoIPPhoneError, SoftKeyItem } from './xsi-object';

export const parseError = (cause: string): CiscoIPPhoneError => ({ kind: 'CiscoIPPhoneError', number: 1, cause });

export const children = (parent: Element, name: string): Element[] =>
  Array.from(parent.childNodes).filter((node): node is Element => node.nodeName === name);

export const text = (parent: Element, name: string): string => children(parent, name)[0]?.textContent?.trim() ?? '';

/** The softkeys of an object; one that names no position has that of its place in the list. */
export function parseSoftkeys(root: Element): readonly SoftKeyItem[] | CiscoIPPhoneError {
  const softkeys = children(root, 'SoftKeyItem').map((item, index) => ({
    name: text(item, 'Name'),
    url: text(item, 'URL'),
    position: Number(text(item, 'Position') || index + 1),
  }));
  const bad = softkeys.find((key) => !key.name || key.url.length > 256 || !(key.position >= 1 && key.position <= 16));
  return bad ? parseError(`the softkey "${bad.name}" has no name, a bad position or too long a URL`) : softkeys;
}
