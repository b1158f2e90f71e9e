import type { SoftKeyItem } from './xsi-object';

/** A picture of one or two bits a pixel, unpacked. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** A character for each pixel, row by row: 0 is the bare display, 3 is black. */
  readonly greys: string;
}

export interface Picture extends Pixels {
  /** Where it stands in the pane of 133 x 65 pixels; null = in the middle. */
  readonly left: number | null;
  readonly top: number | null;
}

interface CiscoIPPhoneImage {
  readonly kind: 'CiscoIPPhoneImage';
  readonly appId?: string;
  readonly title: string;
  readonly prompt: string;
  readonly softkeys: readonly SoftKeyItem[];
  readonly picture: Picture;
}

/** A picture that shows what the keys of the keypad choose. */
interface CiscoIPPhoneGraphicMenu extends Omit<CiscoIPPhoneImage, 'kind'> {
  readonly kind: 'CiscoIPPhoneGraphicMenu';
  /** At most twelve: as many as the keypad has keys. */
  readonly items: readonly { readonly name: string; readonly url: string }[];
}

/** All that is shown in the pane as it is, without a choice marked in it. */
export type ImageObject = CiscoIPPhoneImage | CiscoIPPhoneGraphicMenu;

/** The pane of a 7960. */
export const PANE = { width: 133, height: 65 } as const;

/**
 * CIP data: hexadecimal, the first pixel in the lowest bits of its byte, rows not padded. Of two bits 3 is black, of one bit 1.
 *
 * @returns a character for each pixel, those that are not there bare; null if it is no such data
 */
export function unpack(data: string, depth: 1 | 2, pixels: number): string | null {
  if (!/^[0-9a-f]*$/i.test(data)) return null;
  const bytes = data.length % 2 === 0 ? data : `${data}0`;
  const mask = depth === 2 ? 3 : 1;
  let greys = '';
  for (let pixel = 0; pixel < pixels; pixel += 1) {
    const bit = pixel * depth;
    const byte = Number.parseInt(bytes.slice((bit >> 3) * 2, (bit >> 3) * 2 + 2) || '0', 16);
    const value = (byte >> (bit & 7)) & mask;
    greys += depth === 2 ? value : value * 3;
  }
  return greys;
}
