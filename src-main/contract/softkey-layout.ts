import * as v from 'valibot';
import { CALL_STATES, type CallState, type SoftkeyEvent } from './softkey-template';

/** The shipped template that phones have until an administrator chooses another one. */
export const STANDARD_USER_FOR_CALL_BACK = 'Standard User for Call Back';

/** "Max 16 softkeys per state". */
export const MAX_SOFTKEYS = 16;

/** The call states of the Softkey Layout Configuration page. Dialling on hook is the phone's own: its keys cannot be chosen. */
export type LayoutState = Exclude<CallState, 'On Hook Dialling'>;
export const LAYOUT_STATES: readonly LayoutState[] = CALL_STATES.filter((state) => state !== 'On Hook Dialling');

/** The keys that do something in a call state: the page offers these and no others. */
export const SOFTKEYS_OF_STATE: Readonly<Record<LayoutState, readonly SoftkeyEvent[]>> = {
  'On Hook': ['Redial', 'NewCall', 'CFwdALL', 'CallBack', 'DND'],
  Connected: ['Hold', 'EndCall', 'Trnsfer', 'Confrn', 'NewCall', 'Join', 'RmLstC'],
  'On Hold': ['Resume', 'NewCall', 'EndCall', 'Join'],
  'Ring In': ['Answer', 'EndCall'],
  'Off Hook': ['Redial', 'EndCall', 'CFwdALL'],
  'Connected Transfer': ['Hold', 'EndCall', 'Trnsfer'],
  'Digits After First': ['<<', 'EndCall', 'Dial'],
  'Connected Conference': ['Hold', 'EndCall', 'Confrn'],
  'Ring Out': ['EndCall', 'CallBack'],
  'Off Hook With Feature': ['Redial', 'EndCall'],
  'Remote In Use': ['Redial', 'NewCall', 'CFwdALL', 'CallBack', 'DND'],
};

/** The selected keys of each call state by name, from the left; an empty name leaves a position blank. */
export type LayoutSets = Readonly<Record<LayoutState, readonly string[]>>;

const selectedSchema = v.pipe(v.array(v.pipe(v.string(), v.maxLength(32))), v.maxLength(MAX_SOFTKEYS), v.readonly());

export const layoutSetsSchema = v.strictObject({
  'On Hook': selectedSchema,
  Connected: selectedSchema,
  'On Hold': selectedSchema,
  'Ring In': selectedSchema,
  'Off Hook': selectedSchema,
  'Connected Transfer': selectedSchema,
  'Digits After First': selectedSchema,
  'Connected Conference': selectedSchema,
  'Ring Out': selectedSchema,
  'Off Hook With Feature': selectedSchema,
  'Remote In Use': selectedSchema,
});

export const layoutOf = (sets: Readonly<Partial<Record<CallState, readonly string[]>>>): LayoutSets =>
  Object.fromEntries(LAYOUT_STATES.map((state) => [state, sets[state] ?? []])) as unknown as LayoutSets;
