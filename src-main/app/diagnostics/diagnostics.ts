import type { AccountSettings } from '../../contract/account-settings';
import type { Preferences } from '../../contract/preferences';
import type { ServiceParameters } from '../../contract/service-parameters';
import type { SettingsBook } from '../../contract/settings';
import type { DeskView } from '../desktop/desk-view';
import { redact } from './redact';
import type { Refusal } from './refusals';
import type { ZipEntry } from './zip';

/** All that helps to find a fault. Of the accounts what stands in their form, without its secrets, which are not part of it. */
export interface Diagnostics {
  readonly versions: Readonly<Record<string, string>>;
  readonly system: string | null;
  readonly preferences: Preferences;
  readonly parameters: ServiceParameters;
  readonly accounts: readonly AccountSettings[];
  readonly devices: SettingsBook['devices'];
  readonly desk: DeskView;
  readonly refusals: readonly Refusal[];
  readonly log: string;
  /** What came before it: of an earlier run, or of this one; null = nothing. */
  readonly earlierLog: string | null;
}

/** The files of the export. Every one is searched for secrets, also those that should have none. */
export function filesOf(diagnostics: Diagnostics, secrets: readonly string[]): readonly ZipEntry[] {
  const { log, earlierLog, versions, system, desk, refusals, devices, preferences, parameters, accounts } = diagnostics;
  const file = (name: string, content: unknown): ZipEntry => ({
    name,
    text: redact(JSON.stringify(content, null, 2), secrets),
  });
  return [
    file('versions.json', { system, ...versions }),
    file('phones.json', { ...desk, refusals }),
    file('settings.json', { preferences, parameters, accounts }),
    file('sound-devices.json', devices),
    { name: 'callback-phone.log', text: redact(log, secrets) },
    ...(earlierLog === null ? [] : [{ name: 'callback-phone.previous.log', text: redact(earlierLog, secrets) }]),
  ];
}
