import * as v from 'valibot';
import { codecSchema, contactFormSchema, digitFormSchema } from './line-port';
import type { Passed } from './passed';

/** What a user has told us of a line on somebody else's SIP server. Its secrets are kept apart, and never in a file. */
export const accountSettingsSchema = v.strictObject({
  /** Chosen by us, never shown; the line's id towards the line page. */
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/)),
  displayName: v.pipe(v.string(), v.maxLength(80)),
  /** User part of the address of record: the directory number. */
  number: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(64)),
  /** Empty = the number. */
  authenticationUser: v.pipe(v.string(), v.trim(), v.maxLength(128)),
  domain: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(253)),
  /** wss://host[:port][/path]; ws:// where the user has agreed to it. */
  server: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(512)),
  /** The user has been warned of ws:// to another machine, and has agreed to it. */
  plainAgreed: v.boolean(),
  /** Seconds a registration is asked to last. */
  expires: v.pipe(v.number(), v.integer(), v.minValue(30), v.maxValue(86_400)),
  iceServers: v.array(v.strictObject({ url: v.string(), username: v.string() })),
  codecs: v.array(codecSchema),
  contact: contactFormSchema,
  /** Accounts that were stored before one could choose have none. */
  digits: v.optional(digitFormSchema, 'rfc4733'),
  /** Whose lines the phone's buttons call and show that are no lines of its own; older accounts have none. */
  speedDials: v.optional(
    v.array(
      v.strictObject({
        number: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
        label: v.pipe(v.string(), v.maxLength(32)),
      }),
    ),
    [],
  ),
  /**
   * SHA-256 of the one certificate that the user trusts although no authority vouches for it, as pairs of capital
   * hexadecimal digits with colons; null = none.
   */
  certificate: v.nullable(v.pipe(v.string(), v.regex(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/))),
  /** What may be done where the server tells nothing of other lines: see the methods of `pbx/line-monitor`. */
  lastResort: v.picklist(['never', 'options', 'invite']),
  /** Seconds between two questions of the last resort. */
  askEvery: v.pipe(v.number(), v.integer(), v.minValue(30), v.maxValue(3600)),
});
export type AccountSettings = Passed<typeof accountSettingsSchema>;

/** null = leave what is kept as it is. */
export const accountSecretsSchema = v.strictObject({
  password: v.nullable(v.pipe(v.string(), v.maxLength(256))),
  /** Credential of the TURN servers. */
  turn: v.nullable(v.pipe(v.string(), v.maxLength(256))),
});
export type AccountSecrets = Passed<typeof accountSecretsSchema>;

export const phoneSystemSchema = v.picklist(['demo', 'accounts']);
export type PhoneSystem = v.InferOutput<typeof phoneSystemSchema>;

/** An account that somebody else has written for the user, who has not accepted it yet. */
const accountOfferSchema = v.strictObject({
  /** Of an account that is kept already, or of a new one; what is typed into the form may be empty or wrong. */
  settings: v.strictObject({
    ...accountSettingsSchema.entries,
    displayName: v.string(),
    number: v.string(),
    authenticationUser: v.string(),
    domain: v.string(),
    server: v.string(),
  }),
  /** null = the file has none. */
  password: v.nullable(v.string()),
});
export type AccountOffer = Passed<typeof accountOfferSchema>;

/** All that the account window shows. */
export const accountBookSchema = v.strictObject({
  /** What the phones are connected to now; null = nobody has chosen yet (the first run). */
  system: v.nullable(phoneSystemSchema),
  /** The system has a keyring: passwords outlive this run. */
  keyring: v.boolean(),
  accounts: v.array(
    v.strictObject({ settings: accountSettingsSchema, hasPassword: v.boolean(), hasTurn: v.boolean() }),
  ),
  /** What the command line offers, until it is saved. */
  offer: v.optional(accountOfferSchema),
});
export type AccountBook = Passed<typeof accountBookSchema>;

/** What is wrong with one field, in words for the user. */
const fieldProblemSchema = v.strictObject({ field: v.string(), words: v.string() });
export type FieldProblem = Passed<typeof fieldProblemSchema>;
export const fieldProblemsSchema = v.array(fieldProblemSchema);

export const TEST_STEPS = ['name', 'tcp', 'tls', 'webSocket', 'register', 'dialog', 'presence'] as const;
export type TestStepName = (typeof TEST_STEPS)[number];

const certificateFactsSchema = v.strictObject({
  /** As in AccountSettings. */
  fingerprint: v.string(),
  subject: v.string(),
  issuer: v.string(),
  /** As the certificate says it. */
  validFrom: v.string(),
  validTo: v.string(),
});
export type CertificateFacts = Passed<typeof certificateFactsSchema>;

/** One report of the connection test. A step reports `running` and then once more. */
export const testReportSchema = v.strictObject({
  /** Which test: reports of an earlier one are to be dropped. */
  run: v.string(),
  step: v.picklist(TEST_STEPS),
  /** `lacking`: the server does not do it, and Call Back goes on with less. `skipped`: not needed, or a step before has failed. */
  state: v.picklist(['running', 'passed', 'lacking', 'failed', 'skipped']),
  /** In plain words: what was found, or the cause and what to do. */
  words: v.string(),
  /** Where the certificate is not vouched for: what the user may decide to trust. */
  certificate: v.nullable(certificateFactsSchema),
});
export type TestReport = Passed<typeof testReportSchema>;
