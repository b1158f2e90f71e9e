import { type ServiceParameters, traceLevelSchema } from './service-parameters';

/** One service parameter as its administrator sees it. */
export type Parameter = {
  readonly field: keyof ServiceParameters;
  /** As the chapter calls it, where it does. */
  readonly name: string;
  readonly words: string;
  /** "If this … changes, restart the Cisco Extended Functions service." */
  readonly restart: boolean;
} & (
  | { readonly kind: 'number'; readonly least: number; readonly most: number; readonly unit: string }
  | { readonly kind: 'fileName' }
  | { readonly kind: 'check' }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
);

const MILLISECONDS = { kind: 'number', least: 1000, most: 600_000, unit: 'milliseconds', restart: true } as const;
const PORT = { kind: 'number', least: 1, most: 65_535, unit: '', restart: true } as const;

/** The chapter's parameters in its order, and after them those that it has no words for. */
export const PARAMETER_LIST: readonly Parameter[] = [
  {
    ...PORT,
    field: 'ctiConnectingPort',
    name: 'CTI Connecting Port',
    words: 'The TCP port at which Cisco CTIManager takes the connection of the service.',
  },
  {
    ...MILLISECONDS,
    field: 'providerOpenCallTimeOut',
    name: 'Provider Open Call Time Out',
    words: 'How long the service waits for Cisco CTIManager to open the provider.',
  },
  {
    kind: 'number',
    least: 1,
    most: 600,
    unit: 'seconds',
    restart: true,
    field: 'heartBeatInterval',
    name: 'HeartBeat Interval Time Out',
    words: 'How often the service and Cisco CTIManager tell each other that they are there.',
  },
  {
    ...MILLISECONDS,
    field: 'connectionRetryTimeOut',
    name: 'Connection Retry Time Out',
    words: 'How long the service waits before it connects again after the connection has dropped.',
  },
  {
    ...MILLISECONDS,
    field: 'synchronousRequestTimeOut',
    name: 'Synchronous Request Time Out',
    words: 'How long the service waits for the answer to a request.',
  },
  {
    kind: 'fileName',
    restart: true,
    field: 'audioFileName',
    name: 'Audio File Name',
    words: 'What the phone plays when the called line is free: headerless mu-law, 64 kbit/s, from the folder TFTPPath.',
  },
  {
    ...PORT,
    field: 'changeNotificationPort',
    name: 'CBB Change Notification TCP Port',
    words: 'The TCP port at which Cisco Database Layer Monitor tells the service of changes of the database.',
  },
  {
    kind: 'number',
    least: 0,
    most: 15,
    unit: 'seconds',
    restart: false,
    field: 'idleGuard',
    name: 'Idle Guard',
    words: 'How long a line must be on hook before its caller is told, so that its user can dial first.',
  },
  {
    kind: 'number',
    least: 1,
    most: 10,
    unit: '',
    restart: false,
    field: 'requestsPerPhone',
    name: 'Call Back Requests per Phone',
    words: 'How many lines a phone can wait for. The chapter has one.',
  },
  {
    kind: 'number',
    least: 60,
    most: 86_400,
    unit: 'seconds',
    restart: false,
    field: 'busyDuration',
    name: 'Duration after Busy',
    words: 'How long a Call Back on a busy line is kept.',
  },
  {
    kind: 'number',
    least: 60,
    most: 86_400,
    unit: 'seconds',
    restart: false,
    field: 'noReplyDuration',
    name: 'Duration after No Reply',
    words: 'How long a Call Back on a line that did not answer is kept.',
  },
  {
    kind: 'check',
    restart: false,
    field: 'keepOnReset',
    name: 'Keep Call Back when the phone is reset',
    words: 'The chapter’s cluster forgets the Call Back of a phone that is reset. Clear this to do the same.',
  },
  {
    kind: 'choice',
    options: traceLevelSchema.options,
    restart: false,
    field: 'traceLevel',
    name: 'SDI Trace Level',
    words: 'What the service writes into the log: nothing, only what has failed, or everything.',
  },
  {
    kind: 'check',
    restart: false,
    field: 'alarmsToLog',
    name: 'Alarms to the log',
    words: 'An alarm says that something does not work that users count on.',
  },
  {
    kind: 'check',
    restart: false,
    field: 'alarmsToEventViewer',
    name: 'Alarms to the Event Viewer',
    words: 'The list of alarms under Serviceability.',
  },
];

/** What counts of changed parameters while the service runs: the others wait for its restart. */
export function changedAtOnce(running: ServiceParameters, changed: ServiceParameters): ServiceParameters {
  const waiting = PARAMETER_LIST.filter(({ restart }) => restart).map(({ field }) => [field, running[field]]);
  return { ...changed, ...Object.fromEntries(waiting) };
}
