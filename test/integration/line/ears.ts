declare global {
  interface Window {
    /** Which of the frequencies are in what goes to any loudspeaker now. */
    hear(frequencies: readonly number[]): readonly number[];
  }
}

/** Runs in the page, before the page's own script: listens to whatever any AudioContext sends to its loudspeaker. */
export function installEars(): void {
  const size = 16384;
  const ears = new Map<BaseAudioContext, AnalyserNode>();
  const connect = AudioNode.prototype.connect;
  Object.assign(AudioNode.prototype, {
    connect(this: AudioNode, to: AudioNode, ...more: unknown[]) {
      if (to === this.context.destination) {
        // The same length of sound, whatever the rate.
        const fftSize = this.context.sampleRate < 16_000 ? size / 4 : size;
        const ear = ears.get(this.context) ?? new AnalyserNode(this.context, { fftSize, smoothingTimeConstant: 0 });
        ears.set(this.context, ear);
        Reflect.apply(connect, this, [ear]);
      }
      return Reflect.apply(connect, this, [to, ...more]);
    },
  });
  window.hear = (frequencies) =>
    frequencies.filter((hertz) =>
      [...ears].some(([context, ear]) => {
        const levels = new Float32Array(ear.frequencyBinCount);
        ear.getFloatFrequencyData(levels);
        const level = levels[Math.round((hertz * ear.fftSize) / context.sampleRate)] ?? Number.NEGATIVE_INFINITY;
        return level > -40;
      }),
    );
}
