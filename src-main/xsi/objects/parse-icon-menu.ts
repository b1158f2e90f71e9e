import type { Element } from '@xmldom/xmldom';
import { children, integer, menuItems, parseError, type ScreenFields } from './element';
import type { Pixels } from './image-objects';
import type { CiscoIPPhoneIconMenu } from './menu-objects';
import { parsePixels } from './parse-pixels';
import type { CiscoIPPhoneError } from './xsi-object';

const MAX_ITEMS = 32;
/** "A unique index from 0 to 9" */
const LAST_INDEX = 9;
/** "Icons … have a maximum width of 16 pixels and a maximum height of 10 pixels": 40 bytes of two bits a pixel. */
const LARGEST = { width: 16, height: 10, data: 40 } as const;
const LONGEST_URL = 256;

/** A menu with a picture before its items, of which several may have the same. An item may have none. */
export function parseIconMenu(root: Element, screen: ScreenFields): CiscoIPPhoneIconMenu | CiscoIPPhoneError {
  const icons = new Map<number, Pixels>();
  for (const item of children(root, 'IconItem')) {
    const index = integer(item, 'Index', 0, LAST_INDEX);
    if (index === null || icons.has(index)) return parseError('an icon has no index from 0 to 9 of its own');
    const icon = parsePixels(item, LARGEST);
    if ('kind' in icon) return icon;
    icons.set(index, icon);
  }
  const chosen = children(root, 'MenuItem').map((item) => integer(item, 'IconIndex', 0, LAST_INDEX));
  const items = menuItems(root, MAX_ITEMS).map((item, row) => ({
    ...item,
    icon: icons.get(chosen[row] ?? -1) ?? null,
  }));
  const bad = items.find(({ url }) => url.length > LONGEST_URL);
  if (bad) return parseError(`an icon menu with too long a URL at the item "${bad.name}"`);
  return { kind: 'CiscoIPPhoneIconMenu', ...screen, items };
}
