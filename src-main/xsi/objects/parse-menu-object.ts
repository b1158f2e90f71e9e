import type { Element } from '@xmldom/xmldom';
import { children, menuItems, parseError, parseScreen, text } from './element';
import type { InputItem, MenuObject } from './menu-objects';
import { parseIconMenu } from './parse-icon-menu';
import type { CiscoIPPhoneError } from './xsi-object';

const LONGEST_TEXT = 32;
const MAX_ITEMS = 100;
const MAX_ENTRIES = 32;
const MAX_FIELDS = 5;
const LONGEST_URL = 256;

/** @returns null if the element is no such object */
export function parseMenuObject(root: Element): MenuObject | CiscoIPPhoneError | null {
  const screen = parseScreen(root);
  if ('kind' in screen) return screen;
  switch (root.tagName) {
    case 'CiscoIPPhoneMenu': {
      const items = menuItems(root, MAX_ITEMS);
      const bad = items.find(({ url }) => url.length > LONGEST_URL);
      if (bad) return parseError(`a menu with too long a URL at the item "${bad.name}"`);
      return { kind: 'CiscoIPPhoneMenu', ...screen, items };
    }
    case 'CiscoIPPhoneIconMenu':
      return parseIconMenu(root, screen);
    case 'CiscoIPPhoneDirectory': {
      const entries = children(root, 'DirectoryEntry')
        .slice(0, MAX_ENTRIES)
        .map((entry) => ({ name: text(entry, 'Name', LONGEST_TEXT), telephone: text(entry, 'Telephone') }));
      // Half a number is another one's.
      const bad = entries.find(({ telephone }) => telephone.length > LONGEST_TEXT);
      if (bad) return parseError(`a directory with too long a number at the entry "${bad.name}"`);
      return { kind: 'CiscoIPPhoneDirectory', ...screen, entries };
    }
    case 'CiscoIPPhoneInput': {
      const items = children(root, 'InputItem').slice(0, MAX_FIELDS).map(parseInputItem);
      const url = text(root, 'URL');
      const bad = items.find((item) => item === null || item.queryStringParam.length > LONGEST_TEXT);
      if (bad !== undefined || items.length === 0 || url.length > LONGEST_URL)
        return parseError('an Input object has one to five items, each with flags that are known');
      return { kind: 'CiscoIPPhoneInput', ...screen, url, items: items.filter((item) => item !== null) };
    }
    default:
      return null;
  }
}

function parseInputItem(item: Element): InputItem | null {
  const flags = text(item, 'InputFlags') || 'A';
  // "PN" is "NP".
  const [, writes, password] = /^([ATNEUL])(P?)$/.exec(flags.replace(/^P(?=.)(.*)$/, '$1P')) ?? [];
  const queryStringParam = text(item, 'QueryStringParam');
  const displayName = text(item, 'DisplayName', LONGEST_TEXT);
  if (!writes) return null;
  const defaultValue = text(item, 'DefaultValue', LONGEST_TEXT);
  return {
    displayName,
    queryStringParam,
    defaultValue,
    writes: writes as InputItem['writes'],
    password: password === 'P',
  };
}
