import type { Element } from '@xmldom/xmldom';
import { parseXml } from '../../base/xml';
import { children, parseError, parseScreen, text } from './element';
import type { ImageObject } from './image-objects';
import type { MenuObject } from './menu-objects';
import { parseImageObject } from './parse-image-object';
import { parseMenuObject } from './parse-menu-object';
import {
  type CiscoIPPhoneError,
  type CiscoIPPhoneExecute,
  type CiscoIPPhoneText,
  LONGEST_BODY,
  type XsiObject,
} from './xsi-object';

export type ParsedObject = XsiObject | MenuObject | ImageObject | CiscoIPPhoneError;

/**
 * Reads one XML object as a phone does. The order of the fields does not matter: the two generations of Cisco's schema
 * contradict each other in it, and servers in the field follow neither.
 *
 * @returns the object, or the error that the phone answers with: it never throws on bad XML.
 */
export function parseXsiObject(xml: string): ParsedObject {
  const document = parseXml(xml);
  if (!document.ok) return parseError(document.error);
  const root = document.value;
  switch (root.tagName) {
    case 'CiscoIPPhoneText':
      return parseText(root);
    case 'CiscoIPPhoneExecute':
      return parseExecute(root);
    default:
      return (
        parseMenuObject(root) ??
        parseImageObject(root) ??
        parseError(`this phone does not know the object ${root.tagName}`)
      );
  }
}

function parseText(root: Element): CiscoIPPhoneText | CiscoIPPhoneError {
  const screen = parseScreen(root);
  if ('kind' in screen) return screen;
  const appId = root.getAttribute('appId');
  const object: CiscoIPPhoneText = {
    kind: 'CiscoIPPhoneText',
    ...(appId ? { appId } : {}),
    ...screen,
    text: text(root, 'Text', LONGEST_BODY),
  };
  return object;
}

function parseExecute(root: Element): CiscoIPPhoneExecute | CiscoIPPhoneError {
  const items = children(root, 'ExecuteItem').map((item) => ({
    url: item.getAttribute('URL') ?? '',
    priority: Number(item.getAttribute('Priority') ?? 0),
  }));
  if (items.length === 0 || items.length > 3) return parseError('an Execute object holds one to three items');
  if (items.filter(({ url }) => /^https?:/i.test(url)).length > 1)
    return parseError('an Execute object holds at most one address');
  const bad = items.find((item) => !item.url || item.url.length > 256 || ![0, 1, 2].includes(item.priority));
  return bad
    ? parseError(`the item "${bad.url}" has no URL, too long a one, or a bad priority`)
    : { kind: 'CiscoIPPhoneExecute', items };
}
