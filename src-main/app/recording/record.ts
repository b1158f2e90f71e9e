import * as v from 'valibot';
import type { Passed } from '../../contract/passed';
import { serviceParametersSchema } from '../../contract/service-parameters';
import { linkInputSchema } from '../../pbx/link-input';
import { handlerEventSchema } from './handler-event-schema';

/** Rises when records of before cannot be read any more. */
export const STORY_FORMAT = 1;

/** Milliseconds since the epoch. */
const at = v.number();

/**
 * One line of a story: a file of JSON Lines with every input of the Call Back service in its order, so that what it did can
 * be seen again. Numbers and names of people are in it, passwords are not.
 *
 * ```
 *  {"record":"start","at":…,"format":1,"parameters":{…}}            the service begins, knowing nothing
 *  {"record":"handler","at":…,"event":{"kind":"lineStatus",…}}      the Call Back Handler hears something
 *  {"record":"link","at":…,"input":{"kind":"lineEvent",…}}          the link to somebody else's server hears something
 * ```
 * A file may have several starts, each of another run of the app or of another phone system. A tick of the clock that
 * changed nothing is left out. Where there are records of the link, those of the handler follow from them.
 */
export const storyRecordSchema = v.variant('record', [
  v.strictObject({
    record: v.literal('start'),
    at,
    format: v.literal(
      STORY_FORMAT,
      `another version of the app has written it: only format ${STORY_FORMAT} can be read`,
    ),
    parameters: serviceParametersSchema,
  }),
  v.strictObject({ record: v.literal('handler'), at, event: handlerEventSchema }),
  v.strictObject({ record: v.literal('link'), at, input: linkInputSchema }),
]);
export type StoryRecord = Passed<typeof storyRecordSchema>;
export type StartRecord = Extract<StoryRecord, { record: 'start' }>;
