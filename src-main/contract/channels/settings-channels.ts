import * as v from 'valibot';
import { preferenceChangeSchema } from '../preferences';
import { settingsBookSchema, soundTestSchema } from '../settings';
import { channelsOf } from './channel';

const { nothing, toMain, toPage, request } = channelsOf('settings');

export const SETTINGS_CHANNELS = {
  'settings:load': request(nothing, settingsBookSchema),
  'settings:change': request(preferenceChangeSchema, settingsBookSchema),
  'settings:testSound': toMain(soundTestSchema),
  'settings:exportDiagnostics': request(nothing, v.nullable(v.string())),
  'settings:book': toPage(settingsBookSchema),
} as const;
