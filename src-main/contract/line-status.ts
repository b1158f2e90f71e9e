import * as v from 'valibot';

/**
 * What CallManager knows of a line, and all that the Call Back service is told of it.
 *
 * - `offline`  no phone is registered with that number
 * - `onHook`   every phone with that number is idle: the line is available
 * - `doNotDisturb`  idle as well, but calls to it are refused: the line is not available, and nobody has lifted a handset
 * - `ringing`  a call is offered to it, nobody has lifted the handset
 * - `offHook`  a handset is lifted, or a call stands or is held
 */
const lineStatusSchema = v.picklist(['offline', 'onHook', 'doNotDisturb', 'ringing', 'offHook']);
export type LineStatus = v.InferOutput<typeof lineStatusSchema>;

/**
 * A line as it is told: `unknown` where nobody has said yet how it stands, or where what was said is no longer to be
 * relied on. Somebody else's SIP server is asked over a network that may be gone; CallManager always knows.
 */
export const toldStatusSchema = v.picklist([...lineStatusSchema.options, 'unknown']);
export type ToldStatus = v.InferOutput<typeof toldStatusSchema>;

/** What is known beyond the status, for the user's sake alone: the call on the line is on hold. Nothing is decided by it. */
export const lineDetailSchema = v.picklist(['held']);
export type LineDetail = v.InferOutput<typeof lineDetailSchema>;
