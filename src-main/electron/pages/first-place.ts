import type { Bounds } from '../../contract/bounds';

/** The face at its natural size, in pixels. */
export const NATURAL = { width: 720, height: 560 } as const;
export const LEAST_SCALE = 0.6;
/** About what a window has above its page: a bar with its title, and one with the menu. */
export const FRAME = 60;

/** How far down the rows stand, of the room that there is: the second leaves the first as much to see as can be, others come between. */
const ROWS = [0.15, 1];
const BETWEEN = 0.575;

/** Where the phone with that place on the desk is opened that was never moved: three side by side, as large as they may be, then the next row. */
export function firstPlace(place: number, area: Bounds): Bounds {
  const scale = Math.min(1, Math.max(LEAST_SCALE, area.width / 3 / NATURAL.width));
  const width = Math.floor(NATURAL.width * scale);
  const height = Math.floor(NATURAL.height * scale);
  const columns = Math.max(1, Math.floor(area.width / width));
  const free = Math.max(0, area.height - height - FRAME);
  return {
    x: area.x + (place % columns) * width,
    y: area.y + Math.round(free * (ROWS[Math.floor(place / columns)] ?? BETWEEN)),
    width,
    height,
  };
}
