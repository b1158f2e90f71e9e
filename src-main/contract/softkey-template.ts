import * as v from 'valibot';

/** The call states of CallManager's Softkey Layout Configuration page, and the one that the phone itself has: dialling on hook. */
export const CALL_STATES = [
  'On Hook',
  'Connected',
  'On Hold',
  'Ring In',
  'Off Hook',
  'Connected Transfer',
  'Digits After First',
  'Connected Conference',
  'Ring Out',
  'Off Hook With Feature',
  'Remote In Use',
  'On Hook Dialling',
] as const;
const callStateSchema = v.picklist(CALL_STATES);
export type CallState = v.InferOutput<typeof callStateSchema>;

/** What a softkey does. The labels are data; these are the events that a phone or CallManager knows how to obey. */
export const SOFTKEY_EVENTS = {
  Redial: 1,
  NewCall: 2,
  Hold: 3,
  Trnsfer: 4,
  CFwdALL: 5,
  '<<': 8,
  EndCall: 9,
  Resume: 10,
  Answer: 11,
  Confrn: 13,
  Join: 15,
  RmLstC: 19,
  CallBack: 20,
  DND: 69,
  /** The phone's own, with the numbers of its help texts: they never reach CallManager. */
  Cancel: 2058,
  Dial: 2059,
} as const;
export type SoftkeyEvent = keyof typeof SOFTKEY_EVENTS;

const eventNumbers = Object.values(SOFTKEY_EVENTS);

/**
 * A softkey template: which keys a phone offers in each call state, from the left. An empty string leaves a position
 * blank. More than four keys make the phone show three and "more".
 */
export const softkeyTemplateSchema = v.strictObject({
  name: v.pipe(v.string(), v.minLength(1)),
  keys: v.record(
    v.string(),
    v.strictObject({
      /** Phrase of the phone's dictionary that labels the key. */
      label: v.string(),
      event: v.pipe(
        v.number(),
        v.check(
          (event) => eventNumbers.some((known) => known === event),
          'is no event of a softkey that this phone has',
        ),
      ),
      help: v.number(),
    }),
  ),
  sets: v.record(callStateSchema, v.pipe(v.array(v.string()), v.maxLength(16), v.readonly())),
});
export type SoftkeyTemplate = v.InferOutput<typeof softkeyTemplateSchema>;
