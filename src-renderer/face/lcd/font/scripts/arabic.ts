import { ARABIC_GLYPHS } from './arabic-glyphs';
import { shapeArabic } from './arabic-shapes';
import { unpackGlyphs } from './packed-glyphs';
import { readingOrder } from './reading-order';
import type { ScriptFont } from './script-font';

export const font: ScriptFont = { glyph: unpackGlyphs(ARABIC_GLYPHS), shape: shapeArabic, order: readingOrder };
