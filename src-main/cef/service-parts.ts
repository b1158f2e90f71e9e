import type { Clock } from '../base/clock';
import type { ServiceParameters } from '../contract/service-parameters';
import type { ServiceCounters } from '../contract/serviceability';
import type { Database, HandlerRecorder, RequestStore } from './ports';
import type { ScreenSaver } from './screen-saver/screen-saver';
import type { Sdi } from './sdi/sdi';

/** What the Cisco Extended Functions service is made of. */
export interface CiscoExtendedFunctionsParts {
  readonly database: Database;
  readonly store: RequestStore;
  readonly screenSaver: ScreenSaver;
  readonly sdi: Sdi;
  readonly clock: Clock;
  readonly parameters: ServiceParameters;
  readonly recorder?: HandlerRecorder | null;
  /** Something that `status` says is otherwise. */
  onDidChange?(): void;
}

/** What the service publishes of itself. */
export interface ServiceStatus {
  readonly requests: number;
  readonly available: number;
  readonly linesOpen: number;
  readonly counters: ServiceCounters;
}
