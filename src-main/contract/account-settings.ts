import * as v from 'valibot';
import { codecSchema, contactFormSchema, digitFormSchema } from './line-port';

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
  /** What may be done where the server tells nothing of other lines: see the ladder. */
  lastResort: v.picklist(['never', 'options', 'invite']),
  /** Seconds between two questions of the last resort. */
  askEvery: v.pipe(v.number(), v.integer(), v.minValue(30), v.maxValue(3600)),
});
export type AccountSettings = Readonly<v.InferOutput<typeof accountSettingsSchema>>;

/** null = leave what is kept as it is. */
export const accountSecretsSchema = v.strictObject({
  password: v.nullable(v.pipe(v.string(), v.maxLength(256))),
  /** Credential of the TURN servers. */
  turn: v.nullable(v.pipe(v.string(), v.maxLength(256))),
});
export type AccountSecrets = Readonly<v.InferOutput<typeof accountSecretsSchema>>;

export const phoneSystemSchema = v.picklist(['demo', 'accounts']);
export type PhoneSystem = v.InferOutput<typeof phoneSystemSchema>;

/** All that the account window shows. */
export interface AccountBook {
  /** What the phones are connected to now; null = nobody has chosen yet (the first run). */
  readonly system: PhoneSystem | null;
  /** The system has a keyring: passwords outlive this run. */
  readonly keyring: boolean;
  readonly accounts: readonly {
    readonly settings: AccountSettings;
    readonly hasPassword: boolean;
    readonly hasTurn: boolean;
  }[];
}

/** What is wrong with one field, in words for the user. */
export interface FieldProblem {
  readonly field: string;
  readonly words: string;
}

export const TEST_STEPS = ['name', 'tcp', 'tls', 'webSocket', 'register', 'dialog', 'presence'] as const;
export type TestStepName = (typeof TEST_STEPS)[number];

/** One report of the connection test. A step reports `running` and then once more. */
export interface TestReport {
  /** Which test: reports of an earlier one are to be dropped. */
  readonly run: string;
  readonly step: TestStepName;
  /** `lacking`: the server does not do it, and Call Back goes on with less. `skipped`: not needed, or a step before has failed. */
  readonly state: 'running' | 'passed' | 'lacking' | 'failed' | 'skipped';
  /** In plain words: what was found, or the cause and what to do. */
  readonly words: string;
  /** Where the certificate is not vouched for: what the user may decide to trust. */
  readonly certificate: CertificateFacts | null;
}

export interface CertificateFacts {
  /** As in AccountSettings. */
  readonly fingerprint: string;
  readonly subject: string;
  readonly issuer: string;
  /** As the certificate says it. */
  readonly validFrom: string;
  readonly validTo: string;
}
