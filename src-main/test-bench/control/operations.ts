import type { GenericSchema, InferOutput } from 'valibot';
import * as v from 'valibot';
import type { Result } from '../../base/result';
import type { PhoneSnapshot } from '../../contract/phone-snapshot';
import type { GreyPicture } from './display/cip';
import { displayAnswer } from './display/display-answer';
import { streamEvents } from './events/event-stream';
import { json, refused } from './http/answer';
import type { ControlRequest, Reply } from './http/control-listener';
import type { ApiDocument } from './http/routes';
import { expectationSchema } from './phones/expectation-schema';
import type { PhoneReport } from './phones/phone-report';
import { dialSchema, pressSchema, typeSchema } from './request-schemas';
import type { TestBench } from './test-bench';

export interface OperationPorts {
  readonly bench: TestBench;
  readonly document: ApiDocument;
  /** The pixels of a display. */
  draw(snapshot: PhoneSnapshot): Promise<GreyPicture>;
}

type Operation = (request: ControlRequest) => Promise<Reply>;

/** What each operation of the OpenAPI document does, by its `operationId`. */
export function operationsOf({ bench, document, draw }: OperationPorts): Readonly<Record<string, Operation>> {
  const ofPhone =
    (act: (phone: PhoneReport, request: ControlRequest) => Promise<Reply>): Operation =>
    async (request) => {
      const { number = '' } = request.parameters;
      const phone = bench.find(number);
      const others = bench.list().map((each) => each.number);
      return phone
        ? act(phone, request)
        : refused(404, `there is no phone ${number}: there are ${others.join(', ') || 'none'}`);
    };
  const withBody = <Schema extends GenericSchema>(
    schema: Schema,
    act: (phone: PhoneReport, body: InferOutput<Schema>, request: ControlRequest) => Promise<Reply>,
  ): Operation =>
    ofPhone(async (phone, request) => {
      const checked = v.safeParse(schema, request.body);
      return checked.success ? act(phone, checked.output, request) : refused(400, complaintOf(checked.issues));
    });

  return {
    readApi: async () => json(document),
    listPhones: async () => json({ phones: bench.list() }),
    readPhone: ofPhone(async (phone) => json(phone)),
    readDisplay: ofPhone(async (phone, { query }) => {
      const snapshot = bench.snapshot(phone);
      return snapshot ? displayAnswer(snapshot, query.get('format'), draw) : refused(404, 'the phone is gone');
    }),
    press: withBody(pressSchema, async (phone, { keys }) => done(bench.press(phone, keys))),
    dial: withBody(dialSchema, async (phone, { number }) => done(bench.dial(phone, number))),
    type: withBody(typeSchema, async (phone, { text }) => done(bench.type(phone, text))),
    expect: withBody(expectationSchema, async (phone, expectation, { gone }) => {
      const expected = await bench.expect(phone, expectation, gone);
      return json(expected, expected.held ? 200 : 409);
    }),
    followEvents: async ({ query, headers }) => {
      const after = Number(headers['last-event-id'] ?? query.get('after') ?? bench.events.last);
      if (!Number.isSafeInteger(after) || after < 0) return refused(400, 'after is the number of an event');
      const wish = { after, phones: query.getAll('phone'), kinds: query.getAll('kind') };
      return (response) => streamEvents(bench.events, wish, response);
    },
  };
}

/** A key that is not there is no mistake of the request, but of the moment. */
const done = (result: Result<PhoneReport, string>): Reply =>
  result.ok ? json(result.value) : refused(409, result.error);

function complaintOf([issue]: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  const path = v.getDotPath(issue);
  return path ? `${path} ${issue.message}` : issue.message;
}
