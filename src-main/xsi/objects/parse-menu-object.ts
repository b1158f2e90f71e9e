import type { Element } from '@xmldom/xmldom';
import { children, menuItems, parseError, parseScreen, text } from './element';
import type { InputItem, MenuObject } from './menu-objects';
import { parseIconMenu } from './parse-icon-menu';
import type { CiscoIPPhoneError } from './xsi-object';

const LONGEST_TEXT = 32;
const LONGEST_NAME = 64;
const LONGEST_URL = 256;

/** @returns null if the element is no such object */
export function parseMenuObject(root: Element): MenuObject | CiscoIPPhoneError | null {
  const screen = parseScreen(root);
  if ('kind' in screen) return screen;
  switch (root.tagName) {
    case 'CiscoIPPhoneMenu': {
      const items = menuItems(root);
      const bad = items.find(({ name, url }) => !name || name.length > LONGEST_NAME || url.length > LONGEST_URL);
      if (bad || items.length > 100)
        return parseError(`a menu of ${items.length} items, or with the item "${bad?.name}"`);
      return { kind: 'CiscoIPPhoneMenu', ...screen, items };
    }
    case 'CiscoIPPhoneIconMenu':
      return parseIconMenu(root, screen);
    case 'CiscoIPPhoneDirectory': {
      const entries = children(root, 'DirectoryEntry').map((entry) => ({
        name: text(entry, 'Name'),
        telephone: text(entry, 'Telephone'),
      }));
      const bad = entries.find(({ name, telephone }) => name.length > LONGEST_TEXT || telephone.length > LONGEST_TEXT);
      if (bad || entries.length > 32)
        return parseError(`a directory of ${entries.length} entries, or with the entry "${bad?.name}"`);
      return { kind: 'CiscoIPPhoneDirectory', ...screen, entries };
    }
    case 'CiscoIPPhoneInput': {
      const items = children(root, 'InputItem').map(parseInputItem);
      const url = text(root, 'URL');
      const bad = items.find((item) => item === null || item.queryStringParam.length > LONGEST_TEXT);
      if (bad !== undefined || items.length === 0 || items.length > 5 || !url || url.length > LONGEST_URL)
        return parseError('an Input object has a URL and one to five items');
      return { kind: 'CiscoIPPhoneInput', ...screen, url, items: items.filter((item) => item !== null) };
    }
    default:
      return null;
  }
}

function parseInputItem(item: Element): InputItem | null {
  const [, writes, password] = /^([ATNEUL])(P?)$/.exec(text(item, 'InputFlags') || 'A') ?? [];
  const queryStringParam = text(item, 'QueryStringParam');
  const displayName = text(item, 'DisplayName');
  if (!writes || !queryStringParam || displayName.length > LONGEST_TEXT) return null;
  const defaultValue = text(item, 'DefaultValue').slice(0, LONGEST_TEXT);
  return {
    displayName,
    queryStringParam,
    defaultValue,
    writes: writes as InputItem['writes'],
    password: password === 'P',
  };
}
