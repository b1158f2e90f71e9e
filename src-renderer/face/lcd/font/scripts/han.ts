import { HAN_GLYPHS } from './han-glyphs';
import { unpackGlyphs } from './packed-glyphs';
import type { ScriptFont } from './script-font';

/** Chinese and Japanese: 12 x 12 pixels a character below a free row, half as wide for the marks of a sentence. */
export const font: ScriptFont = { glyph: unpackGlyphs(HAN_GLYPHS) };
