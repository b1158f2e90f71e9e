import * as v from 'valibot';
import { callRecordSchema } from './call-record';
import { phoneSettingsSchema, USUAL_SETTINGS } from './phone-settings';

export const LONGEST_FIELD = 32;
const field = v.pipe(v.string(), v.maxLength(LONGEST_FIELD));

/** An entry of the personal directory. */
const personSchema = v.strictObject({ name: field, number: field });
export type Person = Readonly<v.InferOutput<typeof personSchema>>;

/** The calls of a phone, the newest first, and how many that were missed nobody has looked at. */
const callLogSchema = v.strictObject({
  records: v.array(callRecordSchema),
  unseen: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
export type CallLog = Readonly<v.InferOutput<typeof callLogSchema>>;

/** What a phone remembers when it starts again, in parts that are written one by one. */
export const memorySchemas = {
  calls: callLogSchema,
  people: v.array(personSchema),
  settings: phoneSettingsSchema,
} as const;
export type MemoryPart = keyof typeof memorySchemas;
export type PhoneMemory = { readonly [Part in MemoryPart]: Readonly<v.InferOutput<(typeof memorySchemas)[Part]>> };

export const NOTHING_REMEMBERED: PhoneMemory = {
  calls: { records: [], unseen: 0 },
  people: [],
  settings: USUAL_SETTINGS,
};

/** One part, as it is from now on. */
export type MemoryChange = {
  readonly [Part in MemoryPart]: { readonly part: Part; readonly value: PhoneMemory[Part] };
}[MemoryPart];
