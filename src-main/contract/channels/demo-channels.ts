import { demoCommandSchema, demoViewSchema } from '../guided-demo';
import { channelsOf } from './channel';

const { nothing, toMain, toPage } = channelsOf('demo');

export const DEMO_CHANNELS = {
  /** The page is there: it wants the view as it is now. */
  'demo:listen': toMain(nothing),
  'demo:command': toMain(demoCommandSchema),
  'demo:view': toPage(demoViewSchema),
} as const;
