import document from '../../docs/control-api.json';
import { drawDisplay } from '../../src-renderer/face/lcd/draw-display';
import { loadScriptsOf } from '../../src-renderer/face/lcd/font/scripts/load-scripts';
import { wordsOf } from '../../src-renderer/face/lcd/shown';
import { systemClock } from '../base/system-clock';
import type { LineEvent } from '../contract/line-port';
import type { PhoneSnapshot } from '../contract/phone-snapshot';
import { type Control, startControl } from '../test-bench/control/control';
import type { GreyPicture } from '../test-bench/control/display/cip';
import { TestBench } from '../test-bench/control/test-bench';
import type { DeskTap } from './desk-parts';
import type { PhoneSystems } from './phone-systems';
import { CannotStart } from './process';

export interface TestBenchParts {
  /** 0 = any that is free. */
  readonly port: number;
  readonly userData: string;
  systems(): PhoneSystems;
  trace(text: string): void;
}

/** The phones of this desk for programs on this computer. */
export interface OpenTestBench {
  readonly tap: DeskTap;
  onLineEvent(event: LineEvent): void;
  /** Rejects with words for the user if the port is taken. */
  listen(): Promise<void>;
  stop(): void;
}

export function openTestBench({ port, userData, systems, trace }: TestBenchParts): OpenTestBench {
  const bench = new TestBench({
    clock: systemClock,
    phones: () => systems().desk?.phones ?? null,
    lineOf: (device) => systems().desk?.lineOf(device),
  });
  let control: Control | null = null;
  return {
    tap: { published: (device) => bench.published(device), sent: (command) => bench.sent(command) },
    onLineEvent: (event) => bench.happened(event),
    listen: async () => {
      control = await startControl({ bench, document, draw, port, folder: userData, trace }).catch(inWords);
    },
    stop: () => void control?.stop(),
  };

  function inWords(error: NodeJS.ErrnoException): never {
    if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error;
    throw new CannotStart(
      `the control API cannot listen at port ${port} (${error.code}): name another, --control=PORT`,
    );
  }
}

/** As the face draws it. */
async function draw(snapshot: PhoneSnapshot): Promise<GreyPicture> {
  await loadScriptsOf(wordsOf(snapshot));
  return drawDisplay(snapshot);
}
