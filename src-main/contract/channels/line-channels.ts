import * as v from 'valibot';
import { lineCommandSchema, lineEventSchema } from '../line-port';
import { channelsOf } from './channel';

const { toMain, toPage } = channelsOf('line');

export const LINE_CHANNELS = {
  'line:report': toMain(lineEventSchema),
  /** A SIP message as it is on the wire, credentials and all. */
  'line:trace': toMain(v.string()),
  'line:command': toPage(lineCommandSchema),
} as const;
