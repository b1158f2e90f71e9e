/** Silence to send, until `close`. */
export interface SilentStream {
  readonly stream: MediaStream;
  close(): void;
}

/** What the silence needs of a browser. */
export type SilenceContext = Pick<
  AudioContext,
  'createConstantSource' | 'createMediaStreamDestination' | 'suspend' | 'resume'
>;

/**
 * What a call sends that has no microphone. One audio context serves all such calls, since each has a thread and buffers of its
 * own that stay until the browser feels like tidying up; it rests while there is no call.
 *
 *     resting --open--> sounding <--open, close--> sounding --close of the last--> resting
 */
export class Silence {
  #sounding: { readonly context: SilenceContext; readonly zero: ConstantSourceNode } | null = null;
  #streams = 0;

  readonly #createContext: () => SilenceContext;

  constructor(createContext: () => SilenceContext) {
    this.#createContext = createContext;
  }

  open(): SilentStream {
    this.#sounding ??= this.#begin();
    const { context, zero } = this.#sounding;
    this.#streams += 1;
    if (this.#streams === 1) quietly(context.resume());
    const destination = context.createMediaStreamDestination();
    zero.connect(destination);
    let open = true;
    return {
      stream: destination.stream,
      close: () => {
        if (!open) return;
        open = false;
        for (const track of destination.stream.getTracks()) track.stop();
        zero.disconnect(destination);
        this.#streams -= 1;
        if (this.#streams === 0) quietly(context.suspend());
      },
    };
  }

  #begin() {
    const context = this.#createContext();
    // Without any input a destination gives no samples at all; a constant of zero gives silence.
    const zero = context.createConstantSource();
    zero.offset.value = 0;
    zero.start();
    return { context, zero };
  }
}

/** A context that cannot be woken, or was closed with its page, gives no sound: nor should it. */
function quietly(change: Promise<void>): void {
  change.catch(() => {});
}
