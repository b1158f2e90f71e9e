import { failure, type Result, success } from '../../../src-main/base/result';
import { type Clock, within } from '../clock';
import type { OutputContext } from './sounds';

/** Milliseconds that the sound device may take to wake up. */
const WAKE_TIMEOUT_MS = 1000;

/** Milliseconds between two looks at the context's clock, and how many looks it gets: a device that was never open takes its time. */
const LOOK = 20;
const LOOKS = 45;

/**
 * Makes sure that what is played is also heard, as far as a browser can tell: that the context runs, and that its
 * time passes. A context that was suspended by anybody but howler stays suspended, howler believes that it runs, and
 * reports sounds as played and ended that nobody has heard.
 */
export async function runningOutput(context: OutputContext | null, clock: Clock): Promise<Result<undefined, string>> {
  if (context === null) return failure('this browser has no Web Audio');
  if (context.state !== 'running') {
    const refusal = await within(clock, WAKE_TIMEOUT_MS, context.resume().catch(String), null);
    if (!isRunning(context)) {
      return failure(
        `the sound output is ${context.state}${refusal === undefined || refusal === null ? '' : ` (${refusal})`}`,
      );
    }
  }
  const before = context.currentTime;
  for (let look = 0; look < LOOKS; look++) {
    if (context.currentTime > before) return success(undefined);
    await new Promise<void>((resolve) => {
      clock.after(LOOK, resolve);
    });
  }
  return failure('the sound output stands still');
}

// A function, because the compiler thinks that what was not running a moment ago cannot be running now.
const isRunning = (context: OutputContext): boolean => context.state === 'running';
