import * as v from 'valibot';
import { outsideName, outsideNumber, outsideReason } from './outside-text';
import type { Passed } from './passed';
import { watchCommandSchemas, watchEventSchemas } from './subscription-port';

/**
 * What the main process and the line page say to each other. The line page holds one SIP user agent for each
 * line, the voice, and the ringer. A line is named by its id (the directory number on the demo cluster), a call
 * by an id that is unique for the run of the app.
 */

const lineId = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const callId = v.pipe(v.string(), v.minLength(1), v.maxLength(128));
const gain = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/**
 * What a phone lets be heard over and over again. `ring`, and `ringOutside` for who calls from outside, come from the ring device, all others from where the voice is.
 * `stutterDial`: a dial tone that says that messages wait. `callWaiting`: softly over the voice of a call, every few seconds.
 */
const TONE_NAMES = [
  'dial',
  'stutterDial',
  'ringback',
  'busy',
  'reorder',
  'callWaiting',
  'ring',
  'ringOutside',
] as const;
const toneNameSchema = v.picklist(TONE_NAMES);
export type ToneName = v.InferOutput<typeof toneNameSchema>;

export const isRing = (tone: ToneName): tone is 'ring' | 'ringOutside' => tone === 'ring' || tone === 'ringOutside';

export const codecSchema = v.picklist(['PCMU', 'PCMA', 'G722', 'opus']);
export type Codec = v.InferOutput<typeof codecSchema>;
/** What a 7960 speaks comes first. */
export const USUAL_CODECS: readonly Codec[] = ['PCMU', 'PCMA', 'G722', 'opus'];

/**
 * RFC 7118, 5: a browser does not know its address, so the host of its Via and Contact is a random one.
 *
 * - `invalid`  a name that ends in `.invalid`, as the RFC has it
 * - `address`  an address of TEST-NET-1 (RFC 5737), for servers that try to resolve names
 */
export const contactFormSchema = v.picklist(['invalid', 'address']);
export type ContactForm = v.InferOutput<typeof contactFormSchema>;

/** How a digit of a call's menu travels: as an event of the voice (RFC 4733), or in a message of its own (INFO, RFC 6086). */
export const digitFormSchema = v.picklist(['rfc4733', 'info']);
export type DigitForm = v.InferOutput<typeof digitFormSchema>;

/** Names a sound of `loadTones`: the same tone is another sound in another country, a ring another of another type. */
const soundId = v.pipe(v.string(), v.minLength(1), v.maxLength(128));
const loopSchema = v.strictObject({
  /** A complete WAV file in base64. */
  wav: v.string(),
  /** The part from here on is repeated; what lies before comes once. Seconds. */
  loopFrom: v.pipe(v.number(), v.minValue(0)),
});
export type Loop = Passed<typeof loopSchema>;

/** One call of the line page. */
const callRefSchema = v.strictObject({ line: lineId, call: callId });
export type CallRef = Passed<typeof callRefSchema>;

const deviceId = v.pipe(v.string(), v.maxLength(256));
const chosenDevices = { microphone: deviceId, voiceOutput: deviceId, ringOutput: deviceId } as const;
export const soundDevicesSchema = v.array(v.strictObject({ id: deviceId, label: v.string() }));
export type SoundDevices = Passed<typeof soundDevicesSchema>;

/** How a line reaches its SIP server. Everything a SIP user agent needs, whoever runs the server. */
const accountSchema = v.strictObject({
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
  /** STUN (`stun:`) and TURN (`turn:`, `turns:`) servers; STUN has neither user name nor credential. */
  iceServers: v.array(v.strictObject({ urls: v.array(v.string()), username: v.string(), credential: v.string() })),
  /** Codecs in the order of our liking, as SDP names them. What is not named comes last, in the browser's order. */
  codecs: v.array(codecSchema),
  contact: contactFormSchema,
  digits: digitFormSchema,
  /** Every SIP message of the line is told beside its events, for the log. The built-in server writes its own down, and wants none. */
  traced: v.optional(v.boolean()),
});
export type Account = Passed<typeof accountSchema>;

/** Main -> line page. */
export const lineCommandSchema = v.variant('kind', [
  /** Registers the line, and keeps it registered over lost sockets until `removeLine`. */
  v.strictObject({ kind: v.literal('addLine'), line: lineId, account: accountSchema }),
  v.strictObject({ kind: v.literal('removeLine'), line: lineId }),
  /** `target`: a number of the account's domain, or a whole `sip:` address. */
  v.strictObject({ kind: v.literal('invite'), line: lineId, call: callId, target: v.string() }),
  v.strictObject({ kind: v.literal('answer'), line: lineId, call: callId }),
  /** Ends the call with what its state asks for: CANCEL, BYE, or a refusal with 486 Busy Here. */
  v.strictObject({ kind: v.literal('release'), line: lineId, call: callId }),
  v.strictObject({ kind: v.literal('hold'), line: lineId, call: callId }),
  v.strictObject({ kind: v.literal('resume'), line: lineId, call: callId }),
  v.strictObject({ kind: v.literal('sendDigit'), line: lineId, call: callId, digit: v.string() }),
  /** Blind transfer (RFC 5589, 6): the far end of the call is asked to call `target` instead. Answered with transferProgress. */
  v.strictObject({ kind: v.literal('transfer'), line: lineId, call: callId, target: v.string() }),
  /** Attended transfer (RFC 5589, 7): the far ends of both calls are to talk with each other (RFC 3891). Answered likewise. */
  v.strictObject({ kind: v.literal('transferToCall'), line: lineId, call: callId, other: callRefSchema }),
  /**
   * Mixes connected calls here: whoever is in one of them hears us and all the others. Each phone has one mix, which its
   * first line names; it replaces the mix before. A call that ends leaves it, one call alone is none. Answered with `joined`.
   */
  v.strictObject({ kind: v.literal('join'), line: lineId, calls: v.array(callRefSchema) }),
  /** How well the call is heard, once. Answered with `quality`. */
  v.strictObject({ kind: v.literal('measure'), line: lineId, call: callId }),
  /** Asks for the machine's sound devices. Answered with `devices`, and again whenever one comes or goes. */
  v.strictObject({ kind: v.literal('listDevices') }),
  /** By the ids of `devices`; an empty one is the system's own choice. */
  v.strictObject({ kind: v.literal('chooseDevices'), ...chosenDevices }),
  v.strictObject({ kind: v.literal('setVoice'), line: lineId, muted: v.boolean(), gain }),
  /** Sounds to be looped, each one period of its cadence. Sent before any playTone of them; one that comes again takes its place. */
  v.strictObject({ kind: v.literal('loadTones'), tones: v.record(soundId, loopSchema) }),
  /** Loops a tone on the line until it is replaced or stopped (tone: null). */
  v.strictObject({
    kind: v.literal('playTone'),
    line: lineId,
    tone: v.nullable(v.strictObject({ name: toneNameSchema, sound: soundId })),
    gain,
  }),
  /** Makes a later playAlert of the same WAV start without decoding it first. */
  v.strictObject({ kind: v.literal('loadAlert'), wav: v.string() }),
  /** Plays a complete WAV file (base64) once and reports alertStarted or alertFailed with the same id. */
  v.strictObject({ kind: v.literal('playAlert'), line: lineId, alert: v.string(), wav: v.string(), gain }),
  /** The machine was asleep, or its network is another one: no socket is to be trusted before it has answered. */
  v.strictObject({ kind: v.literal('checkConnections') }),
  ...watchCommandSchemas,
]);
export type LineCommand = Passed<typeof lineCommandSchema>;

/** Of RTP (RFC 3550) and RTCP, as the browser counts it; null where nothing is known yet. */
const qualitySchema = v.strictObject({
  codec: v.string(),
  packetsSent: v.number(),
  packetsReceived: v.number(),
  packetsLost: v.number(),
  /** Milliseconds. */
  jitter: v.nullable(v.number()),
  roundTrip: v.nullable(v.number()),
});
export type Quality = Passed<typeof qualitySchema>;

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
    number: outsideNumber,
    name: outsideName,
    /** The Call-ID of SIP, by which other people's servers name the call. */
    sipCallId: v.string(),
    /** The caller, or a server on the way, asks for it to be answered at once (Call-Info answer-after, Alert-Info). */
    autoAnswer: v.boolean(),
    /** Whether one of the company calls, or somebody from outside (Alert-Info); null = nobody has said it. */
    source: v.fallback(v.nullable(v.picklist(['inside', 'outside'])), null),
  }),
  /** Our INVITE leaves. */
  v.strictObject({
    kind: v.literal('placed'),
    line: lineId,
    call: callId,
    target: outsideReason,
    sipCallId: v.string(),
  }),
  /** A response above 100 to our INVITE, with the values of the headers that bear on Call Back. */
  v.strictObject({
    kind: v.literal('response'),
    line: lineId,
    call: callId,
    status: v.number(),
    callInfo: v.array(v.string()),
    diversion: v.array(v.string()),
    historyInfo: v.array(v.string()),
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
  /**
   * `status`: SIP status where the far end refused, 482 where it has sent us round in a circle by 3xx; 200 of a call that came in, where
   * another phone has answered it (RFC 3326); null after a BYE or where
   * the transport failed. `by`: who ended it.
   */
  v.strictObject({
    kind: v.literal('ended'),
    line: lineId,
    call: callId,
    by: v.picklist(['near', 'far', 'network']),
    status: v.nullable(v.number()),
  }),
  /** What the voice is made from: the machine's microphone, or a quiet source where there is none. */
  v.strictObject({ kind: v.literal('voice'), line: lineId, call: callId, source: v.picklist(['microphone', 'quiet']) }),
  /**
   * How a transfer goes: the SIP status of the far end's call to the target, as its NOTIFYs tell (RFC 3515, 2.4.5), or of
   * a refusal of the REFER itself; null = nobody says. Once `done` it is over; where it has succeeded the call ends too. A call that ends
   * meanwhile takes its transfer with it, without a word.
   */
  v.strictObject({
    kind: v.literal('transferProgress'),
    line: lineId,
    call: callId,
    status: v.nullable(v.number()),
    done: v.boolean(),
  }),
  /** The far end has sent us on: `next` is a call of ours to `target`, placed already, which takes the place of `call`. */
  v.strictObject({ kind: v.literal('referred'), line: lineId, call: callId, next: callId, target: outsideReason }),
  /**
   * A call that comes in takes the place of `call` (RFC 3891), is answered already, and is `next` from now on. The page ends
   * `call` by itself.
   */
  v.strictObject({
    kind: v.literal('replaced'),
    line: lineId,
    call: callId,
    next: callId,
    number: outsideNumber,
    name: outsideName,
  }),
  /** The far end of the call is somebody else now. */
  v.strictObject({ kind: v.literal('identity'), line: lineId, call: callId, number: outsideNumber, name: outsideName }),
  /** The calls that are mixed now; empty = none, because it was so wished or could not be done. */
  v.strictObject({ kind: v.literal('joined'), line: lineId, calls: v.array(callRefSchema) }),
  v.strictObject({ kind: v.literal('quality'), line: lineId, call: callId, quality: v.nullable(qualitySchema) }),
  v.strictObject({
    kind: v.literal('devices'),
    microphones: soundDevicesSchema,
    outputs: soundDevicesSchema,
  }),
  v.strictObject({ kind: v.literal('alertStarted'), alert: v.string() }),
  v.strictObject({ kind: v.literal('alertFailed'), alert: v.string(), cause: outsideReason }),
  v.strictObject({ kind: v.literal('toneFailed'), line: lineId, cause: outsideReason }),
  /** A chosen sound device cannot be used; the system's own choice has taken its place. */
  v.strictObject({ kind: v.literal('outputLost'), output: v.picklist(['ring', 'voice']), cause: outsideReason }),
  ...watchEventSchemas,
]);
export type LineEvent = Passed<typeof lineEventSchema>;
