import { systemClock } from '../base/system-clock';
import { CiscoExtendedFunctions } from '../cef/cisco-extended-functions';
import type { Database } from '../cef/ports';
import { Dictionaries } from '../cef/screen-saver/dictionaries';
import { ScreenSaver } from '../cef/screen-saver/screen-saver';
import type { Sdi } from '../cef/sdi/sdi';
import type { ServiceParameters } from '../contract/service-parameters';
import { RequestTable } from '../store/request-table';
import { readInstalledDictionaries } from './read-dictionaries';
import type { ServiceHost } from './service-host';

export interface CallBackService {
  readonly cef: CiscoExtendedFunctions;
  readonly requests: RequestTable;
  readonly sdi: Sdi;
  /** Trace and alarm, as the parameters have it. */
  configure(parameters: ServiceParameters): void;
}

export interface CallBackServiceOptions {
  /** Tells the phones whose requests it is to take up. */
  isOurs(device: string): boolean;
  /** In the log. */
  readonly name: string;
  onDidChange?(): void;
}

/** Cisco Extended Functions: Call Back Handler, screen saver and dictionaries, database interface. */
export function buildCallBackService(
  host: ServiceHost,
  database: Database,
  { isOurs, name, onDidChange }: CallBackServiceOptions,
): CallBackService {
  const { parameters } = host;
  const sdi = host.sdiOf(name);
  const requests = new RequestTable(
    host.database,
    isOurs,
    (problem) => sdi.alarm('RequestUnreadable', problem),
    () => host.desktopIntegration.onRequestsChanged(),
  );
  const dictionaries = Dictionaries.read(
    readInstalledDictionaries(host.dictionaries, 'call-back-dictionary.xml'),
    (problem) => sdi.alarm('DictionaryBad', problem),
  );
  const cef = new CiscoExtendedFunctions({
    database,
    store: requests,
    screenSaver: new ScreenSaver(dictionaries),
    sdi,
    clock: systemClock,
    parameters: parameters.get(),
    recorder: host.recorder,
    ...(onDidChange ? { onDidChange } : {}),
  });
  const configure = ({ traceLevel, alarmsToLog, alarmsToEventViewer }: ServiceParameters): void => {
    sdi.setTrace(traceLevel);
    sdi.setAlarms({ toLog: alarmsToLog, toEventViewer: alarmsToEventViewer });
  };
  configure(parameters.get());
  return { cef, requests, sdi, configure };
}
