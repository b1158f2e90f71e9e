import * as v from 'valibot';
import type { Passed } from './passed';

/** Where a line of a language begins: at the left or at the right. */
const directionSchema = v.picklist(['ltr', 'rtl']);
export type Direction = v.InferOutput<typeof directionSchema>;

const callRowSchema = v.strictObject({
  id: v.string(),
  /** `remote`: a call of a shared line that another phone has. */
  icon: v.picklist([
    'offHook',
    'ringOut',
    'ringIn',
    'connected',
    'hold',
    'busy',
    'onHook',
    'conference',
    'transfer',
    'remote',
  ]),
  /** e.g. "To 1002", "From Bob (1002)". */
  text: v.string(),
  /** How long the call has lasted, "mm:ss"; null = not answered yet. */
  timer: v.nullable(v.string()),
  selected: v.boolean(),
});
export type CallRow = Passed<typeof callRowSchema>;

/** What is shown while nothing of a service is: the calls, or the digits being dialled. */
const callPlaneSchema = v.strictObject({
  kind: v.literal('calls'),
  calls: v.array(callRowSchema),
  /** The digits entered so far; null = nothing is being dialled. */
  entry: v.nullable(v.string()),
});
export type CallPlane = Passed<typeof callPlaneSchema>;

/** The 133 x 65 pixel pane of the XML services, here a CiscoIPPhoneText object. */
const servicesPlaneSchema = v.strictObject({
  kind: v.literal('services'),
  title: v.string(),
  /** One text; it wraps at the pane's width and scrolls. */
  text: v.string(),
  /** How many rows of text have been scrolled away at the top. */
  scrolledRows: v.number(),
});
export type ServicesPlane = Passed<typeof servicesPlaneSchema>;

const pixelsSchema = v.strictObject({
  width: v.number(),
  height: v.number(),
  /** A character for each pixel, row by row: 0 is the bare display, 3 is black. */
  greys: v.string(),
});
export type Pixels = Passed<typeof pixelsSchema>;

/** A picture in the same pane, in the four greys of the display. */
const imagePlaneSchema = v.strictObject({
  kind: v.literal('image'),
  title: v.string(),
  picture: v.strictObject({
    ...pixelsSchema.entries,
    /** In pixels of the pane; null = in the middle. */
    left: v.nullable(v.number()),
    top: v.nullable(v.number()),
  }),
  /** What keys of the keypad lead to. The picture shows it; whoever cannot see it is told. */
  choices: v.array(v.strictObject({ key: v.string(), text: v.string() })),
});
export type ImagePlane = Passed<typeof imagePlaneSchema>;

const menuItemSchema = v.strictObject({
  /** What stands before it, e.g. "1"; a digit of the keypad chooses it. Empty = none. */
  number: v.string(),
  text: v.string(),
  /** At the end of the row, e.g. the value of a setting; empty = none. */
  detail: v.string(),
  /** Of a service: a small picture before the text, at most 16 x 10 pixels. */
  icon: v.exactOptional(pixelsSchema),
});
export type MenuItem = Passed<typeof menuItemSchema>;

/** A list to choose from, in the same pane. The face keeps the selected row in view. */
const menuPlaneSchema = v.strictObject({
  kind: v.literal('menu'),
  title: v.string(),
  items: v.array(menuItemSchema),
  /** Index of the selected item; null = a list to read. */
  selected: v.nullable(v.number()),
});
export type MenuPlane = Passed<typeof menuPlaneSchema>;

/** A form to fill in, in the same pane. */
const inputPlaneSchema = v.strictObject({
  kind: v.literal('input'),
  title: v.string(),
  fields: v.array(v.strictObject({ label: v.string(), value: v.string() })),
  /** Index of the field that has the cursor. */
  selected: v.number(),
  /** Where the cursor stands in its value, in characters from the start. */
  cursor: v.number(),
  /** What the keypad writes: small letters, capitals, or digits. */
  mode: v.picklist(['abc', 'ABC', '123']),
});
export type InputPlane = Passed<typeof inputPlaneSchema>;

/** The LCD. */
export const displaySchema = v.strictObject({
  /** The language of the phone's locale as a BCP 47 tag, e.g. "de", "zh-CN". */
  language: v.string(),
  direction: directionSchema,
  /** In the form of the locale's template, e.g. "14:05 11/22/26". */
  dateTime: v.string(),
  /** The main number, at the right of the title bar. */
  number: v.string(),
  plane: v.variant('kind', [callPlaneSchema, servicesPlaneSchema, imagePlaneSchema, menuPlaneSchema, inputPlaneSchema]),
  /** The prompt line, e.g. "Your current options". */
  prompt: v.string(),
  /** The four softkeys from the left; null = no key there. */
  softkeys: v.array(v.nullable(v.string())),
});
export type Display = Passed<typeof displaySchema>;
