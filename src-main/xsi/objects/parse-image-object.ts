import type { Element } from '@xmldom/xmldom';
import { menuItems, parseError, parseScreen, text } from './element';
import { type ImageObject, PANE, type Picture, unpack } from './image-objects';
import type { CiscoIPPhoneError } from './xsi-object';

/** Bytes of a picture of the whole pane: 133 x 65 pixels of two bits. */
const MOST_DATA = 2162;
/** A graphic menu is chosen from by the keypad, which has twelve keys. */
const MOST_ITEMS = 12;
const LONGEST_NAME = 64;
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
  const items = menuItems(root);
  const bad = items.find(({ name, url }) => name.length > LONGEST_NAME || url.length > LONGEST_URL);
  return bad || items.length > MOST_ITEMS
    ? parseError(`a graphic menu of ${items.length} items, or with the item "${bad?.name}"`)
    : { kind, ...image, items };
}

function parsePicture(root: Element): Picture | CiscoIPPhoneError {
  const left = integer(root, 'LocationX', -1, PANE.width - 1);
  const top = integer(root, 'LocationY', -1, PANE.height - 1);
  if (left === null || top === null) return parseError('LocationX or LocationY is not in the pane');
  const width = integer(root, 'Width', 1, PANE.width);
  const height = integer(root, 'Height', 1, PANE.height);
  if (width === null || height === null)
    return parseError(`Width and Height are at most ${PANE.width} and ${PANE.height}`);
  const depth = integer(root, 'Depth', 1, 2);
  if (depth === null) return parseError('Depth is neither 1 nor 2');
  const data = text(root, 'Data').replace(/\s/g, '');
  if (data.length > 2 * MOST_DATA) return parseError(`Data has more than ${MOST_DATA} bytes`);
  const greys = unpack(data, depth === 2 ? 2 : 1, width * height);
  if (greys === null) return parseError(`Data is no picture of ${width} x ${height} pixels of ${depth} bits`);
  return { left: left < 0 ? null : left, top: top < 0 ? null : top, width, height, greys };
}

function integer(root: Element, name: string, least: number, most: number): number | null {
  const written = text(root, name);
  const value = Number(written);
  return written !== '' && Number.isInteger(value) && value >= least && value <= most ? value : null;
}
