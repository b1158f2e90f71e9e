import { join } from 'node:path';
import { RequestTable } from '../callmanager/database/request-table';
import { CiscoExtendedFunctions } from '../cef/cisco-extended-functions';
import type { Database } from '../cef/ports';
import { Dictionaries } from '../cef/screen-saver/dictionaries';
import { ScreenSaver } from '../cef/screen-saver/screen-saver';
import type { Sdi } from '../cef/sdi/sdi';
import { readDictionaryFiles } from '../shell/phones/read-assets';
import { systemClock } from '../shell/system-clock';
import type { Machine } from './machine';

/** "Audio File Name—Default specifies CallBack.raw." */
export const AUDIO_FILE_NAME = 'CallBack.raw';

export interface CallBackService {
  readonly cef: CiscoExtendedFunctions;
  readonly requests: RequestTable;
  readonly sdi: Sdi;
  stopListening(): void;
}

/**
 * Cisco Extended Functions: Call Back Handler, screen saver and dictionaries, database interface.
 *
 * @param isOurs tells the phones whose requests it is to take up
 */
export function buildCallBackService(
  machine: Machine,
  database: Database,
  isOurs: (device: string) => boolean,
): CallBackService {
  const { parameters } = machine;
  const sdi = machine.sdiOf('CEF');
  const requests = new RequestTable(machine.database, isOurs, (problem) => sdi.alarm('RequestUnreadable', problem));
  const dictionaries = Dictionaries.read(
    readDictionaryFiles(join(machine.assets, 'dictionaries'), 'call-back-dictionary.xml'),
    (problem) => sdi.alarm('DictionaryBad', problem),
  );
  const cef = new CiscoExtendedFunctions({
    database,
    store: requests,
    screenSaver: new ScreenSaver(dictionaries),
    sdi,
    clock: systemClock,
    parameters: parameters.get(),
    recorder: machine.recorder,
  });
  // The place of the DB Change Notifier: database and service are in one process here.
  const stopListening = parameters.onDidChange((changed) => cef.parametersChanged(changed));
  return { cef, requests, sdi, stopListening };
}
