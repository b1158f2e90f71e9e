import { adminBookSchema, removedSchema, savedSchema } from '../admin';
import { adminFormSchema, removalSchema } from '../admin-forms';
import { channelsOf } from './channel';

const { nothing, toPage, request } = channelsOf('admin');

export const ADMIN_CHANNELS = {
  'admin:load': request(nothing, adminBookSchema),
  'admin:save': request(adminFormSchema, savedSchema),
  'admin:remove': request(removalSchema, removedSchema),
  'admin:book': toPage(adminBookSchema),
} as const;
