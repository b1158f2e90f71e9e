import * as v from 'valibot';
import { fieldProblemsSchema } from './account-settings';
import { deviceFormSchema, lineFormSchema, poolFormSchema, voiceMailFormSchema } from './admin-forms';
import type { Passed } from './passed';
import { resultSchema } from './result-schema';
import { serviceParametersSchema } from './service-parameters';
import { layoutSetsSchema } from './softkey-layout';

const names = v.array(v.string());

const adminDeviceSchema = v.strictObject({
  ...deviceFormSchema.entries,
  /** A number without a phone. */
  isRoutePoint: v.boolean(),
});
export type AdminDevice = Passed<typeof adminDeviceSchema>;

const adminTemplateSchema = v.strictObject({
  name: v.string(),
  /** The app comes with it: it can be copied, and not changed. */
  isStandard: v.boolean(),
  /** Why it is not used; null = it can be. */
  problem: v.nullable(v.string()),
  sets: layoutSetsSchema,
});

/** All that the window "CallManager Administration" shows. */
export const adminBookSchema = v.strictObject({
  devices: v.array(adminDeviceSchema),
  /** Every directory number, also those of the CTI route points. */
  lines: v.array(lineFormSchema),
  /** What a phone may be, as the chapter groups its models. */
  models: v.strictObject({ withCallBack: names, toCallBack: names, others: names }),
  /** The folders with dictionaries, such as "English_United_States". */
  locales: names,
  /** The countries whose tones are known, such as "United_States". */
  networkLocales: names,
  parameters: serviceParametersSchema,
  templates: v.array(adminTemplateSchema),
  /** The softkeys that a template may have, by name. */
  softkeys: names,
  pools: v.array(v.omit(poolFormSchema, ['isNew'])),
  voiceMail: voiceMailFormSchema,
});
export type AdminBook = Passed<typeof adminBookSchema>;

/** What became of something that was to be saved; `name`: where it stands now. */
export const savedSchema = resultSchema(
  v.strictObject({ book: adminBookSchema, name: v.string() }),
  fieldProblemsSchema,
);
export type Saved = Passed<typeof savedSchema>;

/** What became of something that was to be removed, or why it has to stay. */
export const removedSchema = resultSchema(adminBookSchema, v.string());
export type Removed = Passed<typeof removedSchema>;
