import * as v from 'valibot';
import type { Page } from '../pages';
import type { Passed } from '../passed';

/** A message that a page sends, and nobody answers. */
interface ToMain {
  readonly kind: 'toMain';
  readonly page: Page;
  readonly message: v.GenericSchema;
}

/** A message to a page, which does not answer either. */
interface ToPage {
  readonly kind: 'toPage';
  readonly page: Page;
  readonly message: v.GenericSchema;
}

/** A question of a page, and what the main process answers. */
export interface Request {
  readonly kind: 'request';
  readonly page: Page;
  readonly message: v.GenericSchema;
  readonly answer: v.GenericSchema;
}

/** By the name that Electron knows the channel by. */
export type Channels = Readonly<Record<string, ToMain | ToPage | Request>>;

/** The names of those channels that are of one kind. */
export type NamesOf<Map extends Channels, Kind extends Channels[string]['kind']> = {
  [Name in keyof Map]: Map[Name]['kind'] extends Kind ? Name : never;
}[keyof Map] &
  string;

export type Message<Map extends Channels, Name extends keyof Map> = Passed<Map[Name]['message']>;
export type Answer<Map extends Channels, Name extends keyof Map> = Map[Name] extends Request
  ? Passed<Map[Name]['answer']>
  : never;

/** The message of a channel that is named for all there is to say. */
const nothing = v.undefined();

/** The channels of one kind of page. */
export const channelsOf = <const Kind extends Page>(page: Kind) => ({
  nothing,
  toMain: <Schema extends v.GenericSchema>(message: Schema) => ({ kind: 'toMain', page, message }) as const,
  toPage: <Schema extends v.GenericSchema>(message: Schema) => ({ kind: 'toPage', page, message }) as const,
  request: <Asked extends v.GenericSchema, Answered extends v.GenericSchema>(message: Asked, answer: Answered) =>
    ({ kind: 'request', page, message, answer }) as const,
});
