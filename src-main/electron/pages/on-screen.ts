import type { Bounds } from '../../contract/bounds';

/** So much of a window's top must be there that a hand can take hold of it. In pixels. */
const HANDLE = { width: 120, height: 40 };

/**
 * Where a window may be opened that was left at `bounds`.
 *
 * @param areas of the displays that are there now, without what is the system's
 * @returns null if that place is on a display that is gone
 */
export function onScreen(bounds: Bounds, areas: readonly Bounds[]): Bounds | null {
  const area = areas.find(
    ({ x, y, width, height }) =>
      Math.min(bounds.x + bounds.width, x + width) - Math.max(bounds.x, x) >= HANDLE.width &&
      bounds.y >= y &&
      bounds.y + HANDLE.height <= y + height,
  );
  return area
    ? { ...bounds, width: Math.min(bounds.width, area.width), height: Math.min(bounds.height, area.height) }
    : null;
}
