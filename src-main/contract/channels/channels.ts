import { ACCOUNT_CHANNELS } from './account-channels';
import { ADMIN_CHANNELS } from './admin-channels';
import type { Channels } from './channel';
import { DEMO_CHANNELS } from './demo-channels';
import { FACE_CHANNELS } from './face-channels';
import { LINE_CHANNELS } from './line-channels';
import { SERVICEABILITY_CHANNELS } from './serviceability-channels';
import { SETTINGS_CHANNELS } from './settings-channels';

/** All that the main process and its pages say to each other: of each channel the page, the message and the answer. */
export const CHANNELS = {
  ...FACE_CHANNELS,
  ...LINE_CHANNELS,
  ...ACCOUNT_CHANNELS,
  ...ADMIN_CHANNELS,
  ...SERVICEABILITY_CHANNELS,
  ...SETTINGS_CHANNELS,
  ...DEMO_CHANNELS,
} as const satisfies Channels;
