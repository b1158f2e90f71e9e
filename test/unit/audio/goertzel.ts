/** Amplitude (0 to 1) of one frequency in samples of 16 bits at 8 kHz. */
export function amplitudeAt(samples: ArrayLike<number>, frequency: number): number {
  const omega = (2 * Math.PI * frequency) / 8000;
  let before = 0;
  let last = 0;
  for (let index = 0; index < samples.length; index++) {
    [before, last] = [last, (samples[index] ?? 0) / 32768 + 2 * Math.cos(omega) * last - before];
  }
  const power = last * last + before * before - 2 * Math.cos(omega) * last * before;
  return (2 * Math.sqrt(Math.max(0, power))) / samples.length;
}
