import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { systemClock } from '../base/system-clock';
import { type MediaReport, mediaQuestionSchema } from '../contract/media-gateway';
import { openDatachannelLeg } from './datachannel-leg';
import { MediaGateway } from './media-gateway';

/** What Electron gives a utility process of its own: a port for each page, by a message of main's. */
interface MessagePort {
  postMessage(message: MediaReport): void;
  on(event: 'message', heard: (event: { readonly data: unknown }) => void): void;
  on(event: 'close', heard: () => void): void;
  start(): void;
}

interface ParentPort {
  on(event: 'message', heard: (event: { readonly ports: readonly MessagePort[] }) => void): void;
}

/** Nothing else runs in this process, so that nothing else can keep a packet waiting. */
function serve(port: MessagePort): void {
  const parts = {
    openPageLeg: openDatachannelLeg,
    // Never goes back, whatever happens to the time of day: it measures jitter.
    clock: { now: () => performance.now(), after: systemClock.after },
    random: Math.random,
    randomBytes,
  };
  const gateway = new MediaGateway(parts, (report) => port.postMessage(report));
  port.on('message', ({ data }) => {
    const question = v.safeParse(mediaQuestionSchema, data);
    if (question.success) void gateway.answer(question.output);
  });
  port.on('close', () => gateway.dispose());
  port.start();
}

const parentPort: ParentPort | undefined = Reflect.get(process, 'parentPort');
parentPort?.on('message', ({ ports }) => {
  for (const port of ports) serve(port);
});
