import * as v from 'valibot';

/**
 * What the main process and the line page say to each other. The line page holds one SIP user agent for each
 * line, the voice, and the ringer. A line is named by its id (the directory number on the demo cluster), a call
 * by an id that is unique for the run of the app.
 */

const lineId = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const callId = v.pipe(v.string(), v.minLength(1), v.maxLength(128));
const gain = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

export const TONE_NAMES = ['dial', 'ringback', 'busy', 'reorder', 'ring'] as const;
export const toneNameSchema = v.picklist(TONE_NAMES);
export type ToneName = v.InferOutput<typeof toneNameSchema>;

/** How a line reaches its SIP server. Everything a SIP user agent needs, whoever runs the server. */
export const accountSchema = v.strictObject({
  /** User part of the address of record. */
  number: v.string(),
  displayName: v.string(),
  domain: v.string(),
  authenticationUser: v.string(),
  password: v.string(),
  /** ws:// or wss:// */
  server: v.string(),
  /** Seconds a registration is asked to last. */
  expires: v.number(),
  iceServers: v.array(v.strictObject({ urls: v.array(v.string()) })),
});
export type Account = Readonly<v.InferOutput<typeof accountSchema>>;

/** Main -> line page. */
export const lineCommandSchema = v.variant('kind', [
  /** Registers the line, and keeps it registered over lost sockets until `removeLine`. */
  v.strictObject({ kind: v.literal('addLine'), line: lineId, account: accountSchema }),
  v.strictObject({ kind: v.literal('removeLine'), line: lineId }),
  v.strictObject({ kind: v.literal('invite'), line: lineId, call: callId, target: v.string() }),
  v.strictObject({ kind: v.literal('answer'), line: lineId, call: callId }),
  /** Ends the call with what its state asks for: CANCEL, BYE, or a refusal with 486 Busy Here. */
  v.strictObject({ kind: v.literal('release'), line: lineId, call: callId }),
  v.strictObject({ kind: v.literal('hold'), line: lineId, call: callId }),
  v.strictObject({ kind: v.literal('resume'), line: lineId, call: callId }),
  v.strictObject({ kind: v.literal('sendDigit'), line: lineId, call: callId, digit: v.string() }),
  v.strictObject({ kind: v.literal('setVoice'), line: lineId, muted: v.boolean(), gain }),
  /** The tones as complete WAV files in base64, each one period of its cadence, to be looped. Sent once, before any playTone. */
  v.strictObject({ kind: v.literal('loadTones'), tones: v.record(v.string(), v.string()) }),
  /** Loops a tone on the line until it is replaced or stopped (tone: null). */
  v.strictObject({ kind: v.literal('playTone'), line: lineId, tone: v.nullable(toneNameSchema), gain }),
  /** Makes a later playAlert of the same WAV start without decoding it first. */
  v.strictObject({ kind: v.literal('loadAlert'), wav: v.string() }),
  /** Plays a complete WAV file (base64) once and reports alertStarted or alertFailed with the same id. */
  v.strictObject({ kind: v.literal('playAlert'), line: lineId, alert: v.string(), wav: v.string(), gain }),
]);
export type LineCommand = v.InferOutput<typeof lineCommandSchema>;

/** Line page -> main. */
export const lineEventSchema = v.variant('kind', [
  /** The page has loaded and holds no line and no call: everything must be sent again. */
  v.strictObject({ kind: v.literal('ready') }),
  v.strictObject({
    kind: v.literal('registration'),
    line: lineId,
    state: v.picklist(['registering', 'registered', 'unregistered']),
    /** SIP status of a refusal, or null where no server answered. */
    status: v.nullable(v.number()),
  }),
  v.strictObject({
    kind: v.literal('incoming'),
    line: lineId,
    call: callId,
    number: v.string(),
    name: v.string(),
  }),
  /** 100 Trying is `proceeding`, 180 and the like are `ringing`. */
  v.strictObject({
    kind: v.literal('progress'),
    line: lineId,
    call: callId,
    phase: v.picklist(['proceeding', 'ringing']),
  }),
  v.strictObject({ kind: v.literal('connected'), line: lineId, call: callId }),
  /** The far end has accepted our hold or our resume; or refused it, and `held` is as before. */
  v.strictObject({ kind: v.literal('held'), line: lineId, call: callId, held: v.boolean() }),
  /** `status`: SIP status where the far end refused; null after a BYE or where the transport failed. `by`: who ended it. */
  v.strictObject({
    kind: v.literal('ended'),
    line: lineId,
    call: callId,
    by: v.picklist(['near', 'far', 'network']),
    status: v.nullable(v.number()),
  }),
  /** What the voice is made from: the machine's microphone, or a quiet source where there is none. */
  v.strictObject({ kind: v.literal('voice'), line: lineId, call: callId, source: v.picklist(['microphone', 'quiet']) }),
  v.strictObject({ kind: v.literal('alertStarted'), alert: v.string() }),
  v.strictObject({ kind: v.literal('alertFailed'), alert: v.string(), cause: v.string() }),
  v.strictObject({ kind: v.literal('toneFailed'), line: lineId, cause: v.string() }),
]);
export type LineEvent = v.InferOutput<typeof lineEventSchema>;
