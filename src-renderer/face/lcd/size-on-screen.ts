import { LCD } from './layout';

/** The glass is 410 units wide, the display in it 400. */
const SHARE = 400 / 410;
/** How much narrower than its place the display may be for the sake of whole pixels; it may be wider up to the edge of the glass. */
const NARROWER = 0.06;
/** Bare glass that stays at each side, in pixels of the screen. */
const EDGE = 1;

/**
 * How wide the display is to be, in CSS pixels: where that is nearly so anyway, each of its pixels is a whole number of the
 * screen's, and as sharp as can be.
 */
export function sizeOnScreen(glassWidth: number, devicePixelRatio: number): number {
  const place = glassWidth * SHARE;
  const whole = Math.round((place * devicePixelRatio) / LCD.width);
  const width = (whole * LCD.width) / devicePixelRatio;
  const fits = width <= glassWidth - (2 * EDGE) / devicePixelRatio;
  return whole >= 1 && fits && width >= place * (1 - NARROWER) ? width : place;
}
