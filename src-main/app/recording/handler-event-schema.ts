import * as v from 'valibot';
import type { HandlerEvent } from '../../cef/call-back-handler/events';
import { requestSchema } from '../../cef/call-back-handler/request-schema';
import { calledOutcomeSchema, lineRefusalSchema } from '../../contract/cti-messages';
import { lineDetailSchema, toldStatusSchema } from '../../contract/line-status';
import { serviceParametersSchema } from '../../contract/service-parameters';

const device = v.string();
const number = v.string();
const forward = v.nullable(v.string());

const destination = v.variant('kind', [
  v.strictObject({ kind: v.literal('notFound') }),
  v.strictObject({ kind: v.literal('notAllowed') }),
  v.strictObject({
    kind: v.literal('found'),
    features: v.strictObject({
      callWaiting: v.boolean(),
      forwardAll: forward,
      forwardBusy: forward,
      forwardNoAnswer: forward,
    }),
    model: v.exactOptional(v.string()),
  }),
]);

/** All that the handler learns, as it is read back from a file. */
export const handlerEventSchema: v.GenericSchema<unknown, HandlerEvent> = v.variant('kind', [
  v.strictObject({
    kind: v.literal('callBackPressed'),
    device,
    calling: number,
    called: v.nullable(v.strictObject({ number, outcome: calledOutcomeSchema, destination })),
  }),
  v.strictObject({
    kind: v.literal('lineStatus'),
    number,
    status: toldStatusSchema,
    detail: v.optional(v.nullable(lineDetailSchema)),
  }),
  v.strictObject({ kind: v.literal('lineRefused'), number, screen: lineRefusalSchema }),
  v.strictObject({ kind: v.literal('userData'), device, transaction: v.number(), data: v.string() }),
  v.strictObject({ kind: v.literal('callConnected'), device, number }),
  v.strictObject({ kind: v.literal('callFailed'), device, number, status: v.number() }),
  v.strictObject({ kind: v.literal('servicesPressed'), device }),
  v.strictObject({ kind: v.literal('deviceRemoved'), device }),
  v.strictObject({ kind: v.literal('parametersChanged'), parameters: serviceParametersSchema }),
  v.strictObject({ kind: v.literal('linkLost') }),
  v.strictObject({ kind: v.literal('linkOpened') }),
  v.strictObject({
    kind: v.literal('restored'),
    requests: v.array(requestSchema),
    offered: v.exactOptional(v.array(v.string())),
  }),
  v.strictObject({ kind: v.literal('tick') }),
]);
