import type { Element } from '@xmldom/xmldom';
import { integer, parseError, text } from './element';
import { type Pixels, unpack } from './image-objects';
import type { CiscoIPPhoneError } from './xsi-object';

export interface MostPixels {
  readonly width: number;
  readonly height: number;
  /** Bytes of Data. */
  readonly data: number;
}

/** Width, Height, Depth and Data, as an image and an icon have them. */
export function parsePixels(root: Element, most: MostPixels): Pixels | CiscoIPPhoneError {
  const width = integer(root, 'Width', 1, most.width);
  const height = integer(root, 'Height', 1, most.height);
  if (width === null || height === null)
    return parseError(`Width and Height are at most ${most.width} and ${most.height}`);
  const depth = integer(root, 'Depth', 1, 2);
  if (depth === null) return parseError('Depth is neither 1 nor 2');
  const data = text(root, 'Data').replace(/\s/g, '');
  if (data.length > 2 * most.data) return parseError(`Data has more than ${most.data} bytes`);
  const greys = unpack(data, depth === 2 ? 2 : 1, width * height);
  if (greys === null) return parseError(`Data is no picture of ${width} x ${height} pixels of ${depth} bits`);
  return { width, height, greys };
}
