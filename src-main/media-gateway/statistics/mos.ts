/** What bears on how a voice is heard. */
export interface HeardVoice {
  /** Of the packets that should have come, from 0 to 1. */
  readonly loss: number;
  /** From mouth to ear; milliseconds. */
  readonly delay: number;
}

/**
 * ITU-T G.113, appendix I: how well G.711 hides a loss with packet loss concealment, as browsers have it. G.722 and Opus have no
 * value on the scale of a narrow voice, and are taken to be no worse.
 */
const LOSS_ROBUSTNESS = 25.1;

/** ITU-T G.107, with its default values: what is left of a perfect voice before delay and loss. */
const DEFAULT_RATING = 93.2;

/** Until here nobody notices that the other one answers late; milliseconds. */
const UNNOTICED_DELAY = 177.3;

/**
 * Mean opinion score, estimated by the E-model (ITU-T G.107, annex B; the delay as G.107's tables are usually put in a line).
 *
 * @returns 1 (bad) to 4.5 (nothing to complain of)
 */
export function mosOf({ loss, delay }: HeardVoice): number {
  const late = Math.max(0, delay - UNNOTICED_DELAY);
  const byDelay = 0.024 * delay + 0.11 * late;
  const percent = 100 * Math.min(1, Math.max(0, loss));
  const byLoss = (95 * percent) / (percent + LOSS_ROBUSTNESS);
  const rating = DEFAULT_RATING - byDelay - byLoss;
  if (rating <= 0) return 1;
  return Math.min(4.5, Math.max(1, 1 + 0.035 * rating + rating * (rating - 60) * (100 - rating) * 7e-6));
}
