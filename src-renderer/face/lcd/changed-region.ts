import type { PixelGrid } from './pixel-grid';

/** A rectangle of the display's pixels. */
export interface Region {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export const wholeOf = ({ width, height }: PixelGrid): Region => ({ left: 0, top: 0, width, height });

/** The smallest rectangle with all the pixels that differ; null if none does. */
export function changedRegion(before: PixelGrid, after: PixelGrid): Region | null {
  let left = after.width;
  let right = -1;
  let top = after.height;
  let bottom = -1;
  for (let y = 0; y < after.height; y += 1) {
    for (let x = 0; x < after.width; x += 1) {
      if (before.at(x, y) === after.at(x, y)) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = y;
    }
  }
  return right < 0 ? null : { left, top, width: right - left + 1, height: bottom - top + 1 };
}
