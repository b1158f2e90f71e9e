interface Point {
  readonly x: number;
  readonly y: number;
}

/** A Bézier curve of the third degree: its ends, and the two points that it bends towards. */
export type Curve = readonly [Point, Point, Point, Point];

/** How far it is from one turn of a coiled cord to the next. */
const PITCH = 4.3;
const RADIUS = 5.2;
/** How far a turn leans along the cord. */
const LEAN = 2.6;
/** So many samples make a curve's length exact enough. */
const SAMPLES = 60;

/** The turns of a coiled cord that lies along some curves, each a stroke across it: the data of an SVG path. */
export function coilAlong(curves: readonly Curve[]): string {
  const line = curves.flatMap((curve) => Array.from({ length: SAMPLES }, (_, step) => pointOf(curve, step / SAMPLES)));
  const turns: string[] = [];
  let travelled = 0;
  for (const [index, point] of line.entries()) {
    const next = line[index + 1];
    if (!next) break;
    const step = Math.hypot(next.x - point.x, next.y - point.y);
    travelled += step;
    if (travelled < PITCH) continue;
    travelled -= PITCH;
    turns.push(turnAt(point, { x: (next.x - point.x) / step, y: (next.y - point.y) / step }));
  }
  return turns.join('');
}

function turnAt({ x, y }: Point, along: Point): string {
  const across = { x: -along.y * RADIUS, y: along.x * RADIUS };
  const lean = { x: along.x * LEAN, y: along.y * LEAN };
  const from = written(x - across.x - lean.x, y - across.y - lean.y);
  const over = written(x + lean.x, y + lean.y);
  return `M${from}Q${over} ${written(x + across.x + lean.x, y + across.y + lean.y)}`;
}

const written = (x: number, y: number): string => `${x.toFixed(1)} ${y.toFixed(1)}`;

function pointOf([a, b, c, d]: Curve, t: number): Point {
  const u = 1 - t;
  const at = (one: number, two: number, three: number, four: number): number =>
    u * u * u * one + 3 * u * u * t * two + 3 * u * t * t * three + t * t * t * four;
  return { x: at(a.x, b.x, c.x, d.x), y: at(a.y, b.y, c.y, d.y) };
}
