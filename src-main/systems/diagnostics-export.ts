import { readFile } from 'node:fs/promises';
import type { AccountTable } from '../callmanager/database/account-table';
import type { ParameterTable } from '../callmanager/database/parameter-table';
import type { PreferenceTable } from '../callmanager/database/preference-table';
import type { SettingsBook } from '../contract/settings';
import type { DeskView } from '../shell/desktop/desk-view';
import { filesOf } from '../shell/diagnostics/diagnostics';
import type { Refusals } from '../shell/diagnostics/refusals';
import { saveDiagnostics } from '../shell/diagnostics/save-diagnostics';
import { versions } from '../shell/diagnostics/versions';
import { earlierOf } from '../shell/rolling-file';
import type { SecretStore } from '../shell/secret-store';

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
