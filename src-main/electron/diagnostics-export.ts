import { readFile } from 'node:fs/promises';
import type { DeskView } from '../app/desktop/desk-view';
import { filesOf } from '../app/diagnostics/diagnostics';
import type { Refusals } from '../app/diagnostics/refusals';
import { earlierOf } from '../app/rolling-file';
import type { SecretStore } from '../app/secret-store';
import type { SettingsBook } from '../contract/settings';
import type { AccountTable } from '../store/account-table';
import type { ParameterTable } from '../store/parameter-table';
import type { PreferenceTable } from '../store/preference-table';
import { saveDiagnostics } from './diagnostics/save-diagnostics';
import { versions } from './diagnostics/versions';

export interface DiagnosticsParts {
  readonly logFile: string;
  readonly preferences: PreferenceTable;
  readonly parameters: ParameterTable;
  readonly table: AccountTable;
  secrets(): SecretStore;
  readonly refusals: Refusals;
  system(): string | null;
  view(): DeskView;
  devices(): SettingsBook['devices'];
}

/** Gathers what helps to find a fault, and saves it where the user wants it. @returns as saveDiagnostics */
export function exportDiagnostics(parts: DiagnosticsParts): Promise<string | null> {
  const gather = async () =>
    filesOf(
      {
        versions: versions(),
        system: parts.system(),
        preferences: parts.preferences.get(),
        parameters: parts.parameters.get(),
        accounts: parts.table.load(),
        devices: parts.devices(),
        desk: parts.view(),
        refusals: parts.refusals.last,
        log: await readFile(parts.logFile, 'utf8').catch((error: Error) => `the log cannot be read: ${error.message}`),
        earlierLog: await readFile(earlierOf(parts.logFile), 'utf8').catch(() => null),
      },
      parts.secrets().all(),
    );
  return saveDiagnostics(gather, new Date());
}
