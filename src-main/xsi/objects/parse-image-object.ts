import type { Element } from '@xmldom/xmldom';
import { integer, menuItems, parseError, parseScreen, text } from './element';
import { type ImageObject, PANE, type Picture } from './image-objects';
import { parsePixels } from './parse-pixels';
import type { CiscoIPPhoneError } from './xsi-object';

/** The whole pane, of two bits a pixel. */
const LARGEST = { ...PANE, data: 2162 };
/** A graphic menu is chosen from by the keypad, which has twelve keys. */
const MAX_ITEMS = 12;
const LONGEST_URL = 256;

/** @returns null if the element is no such object */
export function parseImageObject(root: Element): ImageObject | CiscoIPPhoneError | null {
  const kind = root.tagName;
  if (kind !== 'CiscoIPPhoneImage' && kind !== 'CiscoIPPhoneGraphicMenu') return null;
  const screen = parseScreen(root);
  if ('kind' in screen) return screen;
  const picture = parsePicture(root);
  if ('kind' in picture) return picture;
  const appId = root.getAttribute('appId');
  const image = { ...(appId ? { appId } : {}), ...screen, picture };
  if (kind === 'CiscoIPPhoneImage') return { kind, ...image };
  const items = menuItems(root, MAX_ITEMS);
  const bad = items.find(({ url }) => url.length > LONGEST_URL);
  return bad ? parseError(`a graphic menu with too long a URL at the item "${bad.name}"`) : { kind, ...image, items };
}

function parsePicture(root: Element): Picture | CiscoIPPhoneError {
  // A picture that says no place stands at 0,0.
  const left = text(root, 'LocationX') === '' ? 0 : integer(root, 'LocationX', -1, PANE.width - 1);
  const top = text(root, 'LocationY') === '' ? 0 : integer(root, 'LocationY', -1, PANE.height - 1);
  if (left === null || top === null) return parseError('LocationX or LocationY is not in the pane');
  const pixels = parsePixels(root, LARGEST);
  return 'kind' in pixels ? pixels : { left: left < 0 ? null : left, top: top < 0 ? null : top, ...pixels };
}
