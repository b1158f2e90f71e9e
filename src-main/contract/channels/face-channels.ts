import { keySchema } from '../keys';
import { phoneSnapshotSchema } from '../phone-snapshot';
import { channelsOf } from './channel';

const { nothing, toMain, toPage } = channelsOf('face');

export const FACE_CHANNELS = {
  'phone:press': toMain(keySchema),
  /** The face is there: it wants the snapshot as it is now. */
  'phone:listen': toMain(nothing),
  'phone:snapshot': toPage(phoneSnapshotSchema),
} as const;
