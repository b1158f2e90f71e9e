import { randomBytes } from 'node:crypto';
import { systemClock } from '../../../src-main/base/system-clock.ts';
import type { MediaQuestion } from '../../../src-main/contract/media-gateway.ts';
import { openDatachannelLeg } from '../../../src-main/media-gateway/datachannel-leg.ts';
import { MediaGateway } from '../../../src-main/media-gateway/media-gateway.ts';

/** The media gateway in a process of its own, for benches: questions come by Node's channel, and "cpu" is one of them. */
export function serveGateway(): void {
  const parts = {
    openPageLeg: openDatachannelLeg,
    clock: { now: () => performance.now(), after: systemClock.after },
    random: Math.random,
    randomBytes,
  };
  const gateway = new MediaGateway(parts, (report) => process.send?.(report));
  process.on('message', (question: MediaQuestion | 'cpu') => {
    if (question !== 'cpu') void gateway.answer(question);
    else {
      const { user, system } = process.cpuUsage();
      process.send?.({ kind: 'cpu', microseconds: user + system });
    }
  });
}
