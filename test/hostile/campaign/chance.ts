/** Whole numbers from 0 below a limit, the same ones for the same seed: a linear congruential generator (Numerical Recipes, 7.1). */
export function chance(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
