import type { SqlDatabase } from '../base/sql-database';
import type { HandlerRecorder } from '../cef/ports';
import type { Sdi } from '../cef/sdi/sdi';
import type { AlarmEvent } from '../contract/serviceability';
import type { ParameterTable } from '../store/parameter-table';

/** The machine that Cisco Extended Functions runs on, as far as it needs one. */
export interface ServiceHost {
  readonly database: SqlDatabase;
  readonly parameters: ParameterTable;
  /** The folders with the words of each locale: ours, and then the one in which users put more. */
  readonly dictionaries: readonly string[];
  /** Trace and alarm of a service. */
  sdiOf(service: string): Sdi;
  /** The alarms of all services. */
  readonly eventViewer: AlarmList;
  /** Writes down all that the Call Back service hears; null = nobody has asked for it. */
  readonly recorder: HandlerRecorder | null;
  /** Who wants to know that a Call Back was activated, has come a step further, or ended. */
  readonly desktopIntegration: { onRequestsChanged(): void };
}

interface AlarmList {
  list(): readonly AlarmEvent[];
  /** @returns ends the listening */
  onDidChange(listener: () => void): () => void;
}
