import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What listens to sound, measures time or has a window manager on the display has the machine to itself. */
export const WANT_QUIET: readonly string[] = [
  'test/e2e/call-voices.test.ts',
  'test/e2e/linux-desktop-hidden.test.ts',
  'test/e2e/linux-desktop.test.ts',
  'test/e2e/npm-start.test.ts',
  'test/e2e/outside-ring.test.ts',
  'test/e2e/sound-devices.test.ts',
  'test/e2e/sound.test.ts',
  'test/integration/face/quickness.test.ts',
  'test/integration/line/quiet.test.ts',
  'test/integration/line/ringer.test.ts',
  'test/integration/callmanager/sip-server/memory.test.ts',
  'test/interop/voice.test.ts',
];

/** What waits long for a timer that nobody may shorten: the other files run meanwhile, if it begins before them. */
export const BEGIN_EARLY: readonly string[] = [
  'test/e2e/foreign-server-last-resort.test.ts',
  'test/integration/line/calls.test.ts',
  'test/interop/faults.test.ts',
];

/** As vitest would have it, but for what begins early. */
export class LongWaitsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isEarly = ({ moduleId }: TestSpecification): boolean => BEGIN_EARLY.some((file) => moduleId.endsWith(file));
    return [...sorted.filter(isEarly), ...sorted.filter((file) => !isEarly(file))];
  }
}
