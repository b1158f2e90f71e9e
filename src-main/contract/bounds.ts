import * as v from 'valibot';

const pixels = v.pipe(v.number(), v.integer());
const length = v.pipe(pixels, v.minValue(1));

/** Where a window stands on the desk of screens, in pixels. */
export const boundsSchema = v.object({ x: pixels, y: pixels, width: length, height: length });
export type Bounds = Readonly<v.InferOutput<typeof boundsSchema>>;
