import * as v from 'valibot';
import { applicationSchema, deliverySchema } from './cti-applications';
import { lineDetailSchema, toldStatusSchema } from './line-status';
import { outsideReason } from './outside-text';

/**
 * The messages of the CTIManager link, after the manner of Quick Byte Encoding: the application opens the provider, then
 * the lines and devices that it wants to follow, and hears of no others. Of several applications one is active.
 */

const number = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const device = v.pipe(v.string(), v.minLength(1), v.maxLength(64));

/** What became of a call on which CallBack was pressed. `unreachable`: the called phone never rang. */
export const calledOutcomeSchema = v.picklist(['busy', 'noReply', 'unreachable']);
export type CalledOutcome = v.InferOutput<typeof calledOutcomeSchema>;

/** Why somebody else's server does not let a line be watched, as the screen that says so. */
export const lineRefusalSchema = v.picklist(['cannotActivate', 'cannotInvoke', 'serviceNotAvailable']);
export type LineRefusal = v.InferOutput<typeof lineRefusalSchema>;

/** What a user does at a phone that is an application's business. */
const pressSchemas = [
  /** "Cisco CallManager passes this information to the CEF service through the Cisco CTIManager interface." */
  v.strictObject({
    kind: v.literal('callBackPressed'),
    device,
    calling: number,
    called: v.nullable(v.strictObject({ number, outcome: calledOutcomeSchema })),
  }),
  /** The services key: the phone has no menu of its own, and asks for its list of requests. */
  v.strictObject({ kind: v.literal('servicesPressed'), device }),
  v.strictObject({ kind: v.literal('userData'), device, transaction: v.number(), data: v.string() }),
] as const;
const ctiPressSchema = v.variant('kind', pressSchemas);
export type CtiPress = v.InferOutput<typeof ctiPressSchema>;

/** Requests of the application, each with its parameters and its result. */
export const CTI_REQUESTS = {
  /** Must be the first. The password is made anew at each start of CallManager. */
  'provider/open': {
    parameters: v.strictObject({
      ...applicationSchema.entries,
      password: v.string(),
      /** In seconds: an application that is not heard for twice as long is taken for gone. */
      heartBeatInterval: v.pipe(v.number(), v.minValue(0.01), v.maxValue(600)),
    }),
    result: v.strictObject({ version: v.string() }),
  },
  /** Says that the application is there, and is answered because CTIManager is. */
  'provider/heartBeat': { parameters: v.strictObject({}), result: v.strictObject({}) },
  /**
   * The application that is to be active by the algorithm asks for it, and must before all that follows here. Granted where no
   * other is; `delivered`: what the phones have had from those who were active before.
   */
  'redundancy/takeOver': {
    parameters: v.strictObject({}),
    result: v.strictObject({ granted: v.boolean(), delivered: v.array(deliverySchema) }),
  },
  /** The application is active no more, and writes nothing any more. All that it has opened closes. */
  'redundancy/standDown': { parameters: v.strictObject({}), result: v.strictObject({}) },
  /**
   * The keys that were pressed, each of them once, to the active application. One that it has done nothing about at the phone
   * when its connection ends is handed to the next.
   */
  'presses/take': { parameters: v.strictObject({}), result: v.strictObject({ presses: v.array(ctiPressSchema) }) },
  /** Line events follow until line/close; the result is the line's status now. */
  'line/open': {
    parameters: v.strictObject({ number }),
    result: v.strictObject({ status: toldStatusSchema, detail: v.optional(v.nullable(lineDetailSchema)) }),
  },
  'line/close': { parameters: v.strictObject({ number }), result: v.strictObject({}) },
  /** A phone must be open to be sent an XML object. */
  'device/open': { parameters: v.strictObject({ device }), result: v.strictObject({}) },
  'device/close': { parameters: v.strictObject({ device }), result: v.strictObject({}) },
  /** XSI: one CiscoIPPhone object for the phone. With a `delivery`, it is remembered for whoever takes over that the phone has had it. */
  'device/sendData': {
    parameters: v.strictObject({ device, xml: v.string(), delivery: v.optional(deliverySchema.entries.delivery) }),
    result: v.strictObject({}),
  },
  /** A word on the phone's prompt line, for a moment. */
  'device/showPrompt': { parameters: v.strictObject({ device, text: outsideReason }), result: v.strictObject({}) },
  /**
   * Makes the phone call the number, by its line with the number `calling` or else its first. How it went follows as
   * callConnected or callFailed, if the phone is followed.
   */
  'call/make': {
    parameters: v.strictObject({ device, number, calling: v.optional(number) }),
    result: v.strictObject({}),
  },
  /**
   * CallManager notes that the phone has a Call Back, and reports how the phone's calls go. This outlives the opened
   * lines, which close with the notification: a request ends also when its phone reaches the called party otherwise.
   */
  'callBack/follow': { parameters: v.strictObject({ device }), result: v.strictObject({}) },
  'callBack/unfollow': { parameters: v.strictObject({ device }), result: v.strictObject({}) },
} as const;
export type CtiRequest = keyof typeof CTI_REQUESTS;
export type CtiParameters<Name extends CtiRequest> = v.InferOutput<(typeof CTI_REQUESTS)[Name]['parameters']>;
export type CtiResult<Name extends CtiRequest> = v.InferOutput<(typeof CTI_REQUESTS)[Name]['result']>;

/** Notifications of CTIManager. */
export const ctiEventSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('lineStatus'),
    number,
    status: toldStatusSchema,
    detail: v.optional(v.nullable(lineDetailSchema)),
  }),
  /** An opened line turns out to be none that can be followed; it counts as closed. `screen`: what the user is to be told. */
  v.strictObject({ kind: v.literal('lineRefused'), number, screen: lineRefusalSchema }),
  ...pressSchemas,
  /** The phone is no longer part of the cluster. */
  v.strictObject({ kind: v.literal('deviceRemoved'), device }),
  /** A followed phone talks with that number, whoever called. */
  v.strictObject({ kind: v.literal('callConnected'), device, number }),
  /** A call of a followed phone to that number was not answered; status as in SIP. */
  v.strictObject({ kind: v.literal('callFailed'), device, number, status: v.number() }),
]);
export type CtiEvent = v.InferOutput<typeof ctiEventSchema>;

/** The notification method that carries them, but for presses: those are asked for. */
export const CTI_EVENT_METHOD = 'event';

/** To the active application: there are presses to take. */
export const PRESSED_METHOD = 'pressed';
