import * as v from 'valibot';
import { codecSchema, contactFormSchema, digitFormSchema } from './line-port';
import type { Passed } from './passed';

/** Far more than any field takes: what is longer was not typed into the form. */
const text = v.pipe(v.string(), v.maxLength(2048));

/**
 * An account as it stands in the form: of the shape of AccountSettings, but with fields that may still be empty or wrong.
 * `checkAccount` says what is.
 */
export const accountFormSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/)),
  displayName: text,
  number: text,
  authenticationUser: text,
  domain: text,
  server: text,
  plainAgreed: v.boolean(),
  expires: v.number(),
  iceServers: v.pipe(v.array(v.strictObject({ url: text, username: text })), v.maxLength(20)),
  codecs: v.pipe(v.array(codecSchema), v.maxLength(20)),
  contact: contactFormSchema,
  digits: digitFormSchema,
  speedDials: v.pipe(v.array(v.strictObject({ number: text, label: text })), v.maxLength(20)),
  certificate: v.nullable(v.pipe(v.string(), v.regex(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/))),
  lastResort: v.picklist(['never', 'options', 'invite']),
  askEvery: v.number(),
});
export type AccountForm = Passed<typeof accountFormSchema>;
