export const sorted = (values: readonly number[]): readonly number[] => [...values].sort((left, right) => left - right);

/** NaN of nothing. */
export const median = (values: readonly number[]): number => sorted(values)[values.length >> 1] ?? Number.NaN;

/** The value below which that share of them lies. */
export const quantile = (values: readonly number[], share: number): number =>
  sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
