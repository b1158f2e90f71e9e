import * as v from 'valibot';

const call = v.pipe(v.string(), v.minLength(1), v.maxLength(128));
/** A description of a session (RFC 8866). */
const sdp = v.pipe(v.string(), v.maxLength(65_536));
const id = v.number();
const port = v.pipe(v.number(), v.integer(), v.minValue(1_024), v.maxValue(65_534));

/** `optional`: both are offered, and what comes is taken. `required`: a call in clear is refused. */
const srtpPolicySchema = v.picklist(['off', 'optional', 'required']);
export type SrtpPolicy = v.InferOutput<typeof srtpPolicySchema>;

/**
 * What the media gateway is asked to do for one call, each question answered under its number. The page's half of a call speaks
 * WebRTC, the network's RTP; a description of the one is answered with one for the other:
 *
 *     page --pageOffer--> gateway --> network --networkAnswer--> gateway --> page
 *     network --networkOffer--> gateway --> page --pageAnswer--> gateway --> network
 */
export const mediaQuestionSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('open'),
    id,
    call,
    /** Of IP, this machine's own towards the server, to which the sockets are bound. */
    address: v.string(),
    /** What descriptions name, where a server sees us elsewhere; null = `address`. */
    publicAddress: v.nullable(v.string()),
    srtp: srtpPolicySchema,
    /** From and to, both included, for RTP and RTCP of the network. */
    ports: v.strictObject({ from: port, to: port }),
  }),
  v.strictObject({ kind: v.literal('pageOffer'), id, call, sdp }),
  v.strictObject({ kind: v.literal('networkAnswer'), id, call, sdp }),
  v.strictObject({ kind: v.literal('networkOffer'), id, call, sdp }),
  v.strictObject({ kind: v.literal('pageAnswer'), id, call, sdp }),
  v.strictObject({ kind: v.literal('measure'), id, call }),
  v.strictObject({ kind: v.literal('close'), id, call }),
]);
export type MediaQuestion = v.InferOutput<typeof mediaQuestionSchema>;
export type OpenQuestion = Extract<MediaQuestion, { kind: 'open' }>;

/** Why a call cannot be had so: SIP says 488 Not Acceptable Here, save for the last three. */
const mediaRefusalSchema = v.picklist([
  'noAudio',
  'noCommonCodec',
  'srtpRequired',
  'noCommonSrtp',
  'srtpNotWanted',
  /** The page's own description says no way to it. */
  'badDescription',
  /** All ports of the range are taken. */
  'noPort',
  /** Questions in an order that no call has, or of a call that is over. */
  'noSuchCall',
]);
export type MediaRefusal = v.InferOutput<typeof mediaRefusalSchema>;

/** One direction of a call, as RTP (RFC 3550) counts it; null where nothing is known yet. */
const streamQualitySchema = v.strictObject({
  packets: v.number(),
  lost: v.number(),
  /** Milliseconds. */
  jitter: v.nullable(v.number()),
});

const callQualitySchema = v.strictObject({
  /** Of the network: `PCMU`, `opus` …; null before it speaks. */
  codec: v.nullable(v.string()),
  encrypted: v.boolean(),
  /** What we hear. */
  near: streamQualitySchema,
  /** What the far end hears of us, as it reports. */
  far: streamQualitySchema,
  /** Milliseconds. */
  roundTrip: v.nullable(v.number()),
  /** ITU-T G.107, from 1 to 4.5, of what we hear. */
  mos: v.nullable(v.number()),
});
export type CallQuality = Readonly<v.InferOutput<typeof callQualitySchema>>;

export const mediaReportSchema = v.variant('kind', [
  /**
   * The other side's description; '' where the question was none. `candidate`: what the page is to add to its connection now
   * (RTCPeerConnection.addIceCandidate), and must not know sooner; null = nothing.
   */
  v.strictObject({ kind: v.literal('answer'), id, sdp, candidate: v.nullable(v.string()) }),
  v.strictObject({ kind: v.literal('quality'), id, quality: callQualitySchema }),
  v.strictObject({ kind: v.literal('refused'), id, reason: mediaRefusalSchema }),
  /** The voice can flow between the page and us. */
  v.strictObject({ kind: v.literal('ready'), call }),
  /** The page's half is broken: the call's voice must be offered anew. */
  v.strictObject({ kind: v.literal('broken'), call }),
  /** Nothing has come from the far end for some seconds though it should; and it speaks again. */
  v.strictObject({ kind: v.literal('silence'), call, silent: v.boolean() }),
]);
export type MediaReport = v.InferOutput<typeof mediaReportSchema>;
