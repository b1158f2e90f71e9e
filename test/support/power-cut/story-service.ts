import { resolve } from 'node:path';
import type { StoryRecord } from '../../../src-main/app/recording/record.ts';
import type { SqlDatabase } from '../../../src-main/base/sql-database.ts';
import { CiscoExtendedFunctions } from '../../../src-main/cef/cisco-extended-functions.ts';
import type { CtiLink, Destination, HandlerRecorder } from '../../../src-main/cef/ports.ts';
import { Dictionaries } from '../../../src-main/cef/screen-saver/dictionaries.ts';
import { ScreenSaver } from '../../../src-main/cef/screen-saver/screen-saver.ts';
import { Sdi } from '../../../src-main/cef/sdi/sdi.ts';
import { readDictionaryFiles } from '../../../src-main/cef-host/read-dictionaries.ts';
import type { CtiEvent } from '../../../src-main/contract/cti-messages.ts';
import type { ServiceParameters } from '../../../src-main/contract/service-parameters.ts';
import { RequestTable } from '../../../src-main/store/request-table.ts';
import { ManualClock } from '../manual-clock.ts';

const dictionaries = Dictionaries.read(
  readDictionaryFiles(resolve('assets/dictionaries'), 'call-back-dictionary.xml'),
  () => {},
);

/** What the phones are sent is of no matter here, only when and which. */
class PlainScreens extends ScreenSaver {
  override build = (screen: unknown): string => JSON.stringify(screen);
  override buildNotice = (notice: string, xxxx: string): string => `${notice} ${xxxx}`;
  override buildClose = (): string => 'close';
  override buildAlert = (): string => 'alert';
}

/** The real service over the real database, with a story in the place of CTIManager and of the clock. */
export class StoryService {
  readonly clock = new ManualClock();
  readonly openLines = new Set<string>();
  readonly service: CiscoExtendedFunctions;
  #destination: Destination = { kind: 'notFound' };

  readonly #ports: {
    /** Something reaches a phone, or the log, in words. */
    told(words: string): void;
    readonly recorder: HandlerRecorder;
  };

  constructor(
    database: SqlDatabase,
    start: { readonly at: number; readonly parameters: ServiceParameters },
    ports: {
      /** Something reaches a phone, or the log, in words. */
      told(words: string): void;
      readonly recorder: HandlerRecorder;
    },
  ) {
    this.#ports = ports;
    this.clock.pass(start.at);
    const fail = (problem: string): never => {
      throw new Error(problem);
    };
    this.service = new CiscoExtendedFunctions({
      database: { findDestination: () => this.#destination, localeOf: () => '' },
      store: new RequestTable(database, () => true, fail),
      screenSaver: new PlainScreens(dictionaries),
      sdi: new Sdi('CEF', this.clock, {
        write: (level, line) => {
          if (level === 'alarm') fail(line);
          if (level !== 'detail') ports.told(line);
        },
      }),
      clock: this.clock,
      parameters: start.parameters,
      recorder: ports.recorder,
    });
    this.service.start({ request: async (name, parameters) => this.#answer(name, parameters) } as CtiLink);
  }

  play(record: StoryRecord): void {
    this.clock.pass(Math.max(0, record.at - this.clock.now()));
    if (record.record !== 'handler') return;
    const { event } = record;
    switch (event.kind) {
      case 'tick':
      case 'restored':
        break;
      case 'linkOpened':
        this.service.onDidOpen();
        break;
      case 'linkLost':
        this.service.onDidClose();
        break;
      case 'parametersChanged':
        this.service.parametersChanged(event.parameters);
        break;
      case 'callBackPressed': {
        const { called } = event;
        if (called) this.#destination = called.destination;
        this.hears({ ...event, called: called && { number: called.number, outcome: called.outcome } });
        break;
      }
      default:
        this.hears(event as CtiEvent);
    }
  }

  hears(event: CtiEvent): void {
    this.service.onEvent(event);
  }

  #answer(name: string, parameters: object): unknown {
    const { number } = parameters as { number?: string };
    if (name === 'line/open' && number) this.openLines.add(number);
    else if (name === 'line/close' && number) this.openLines.delete(number);
    else if (['device/sendData', 'device/showPrompt', 'call/make'].includes(name))
      this.#ports.told(`${name} ${JSON.stringify(parameters)}`);
    return { ok: true, value: name === 'line/open' ? { status: 'unknown' } : {} };
  }
}
