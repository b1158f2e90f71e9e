import type { Appearance } from '../../../src-main/contract/phone-snapshot';

export type Contrast = Appearance['contrast'];

/** The usual contrast of a display. */
export const USUAL_CONTRAST = 5;
const MAX = 10;

/** What the four greys of the display look like on the glass: packed pixels of ImageData. */
export interface Inks {
  readonly ink: readonly number[];
  readonly shadow: readonly number[];
}

/** The colour is the same for all: the display is one colour on a lit ground. How much of it each grey has at the usual contrast: */
const COVER = [0, 58, 150, 235] as const;
/** The ink floats over its reflector, which is why each pixel has a faint shadow. */
const SHADOW_COVER = 18;

/**
 * As on the real glass, a low contrast makes all ink fainter, and a high one also darkens what should be bare. At any contrast
 * black on the bare ground is told apart by 4.5 to 1.
 */
export function inksAt(contrast: Contrast): Inks {
  const turned = Math.min(MAX, Math.max(0, contrast)) - USUAL_CONTRAST;
  const bare = Math.max(0, turned) * 5;
  const cover = COVER.map((usual, grey) => {
    if (grey === 0) return bare;
    const factor = 1 + turned * (grey === 3 ? 0.045 : 0.08);
    return Math.min(255, Math.round(usual * factor + bare * (1 - usual / 255)));
  });
  return {
    ink: cover.map((alpha) => packed(22, 30, 34, alpha)),
    shadow: COVER.map((_, grey) => packed(36, 48, 54, Math.round(grey * SHADOW_COVER * (1 + turned * 0.08)))),
  };
}

/** A pixel of ImageData, as this machine orders its bytes. */
function packed(red: number, green: number, blue: number, alpha: number): number {
  return new Uint32Array(new Uint8ClampedArray([red, green, blue, alpha]).buffer)[0] ?? 0;
}
