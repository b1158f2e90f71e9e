import type { SqlDatabase } from '../../base/sql-database';
import type { SoftkeyTemplate } from '../../contract/softkey-template';
import type { Device } from './device';
import { DevicePoolTable } from './device-pool-table';
import { SoftkeyTemplateTable } from './softkey-template-table';

export interface PhoneSoftkeysParts {
  /** The templates that the app comes with. */
  readonly standard: readonly SoftkeyTemplate[];
  /** Told once of each template that cannot be used. */
  report(problem: string): void;
}

/** Which softkey template each phone has: its own, or else that of its device pool. */
export class PhoneSoftkeys {
  readonly templates: SoftkeyTemplateTable;
  readonly pools: DevicePoolTable;

  constructor(database: SqlDatabase, { standard, report }: PhoneSoftkeysParts) {
    this.templates = new SoftkeyTemplateTable(database, standard, report);
    this.pools = new DevicePoolTable(database);
  }

  of({ softkeyTemplate, devicePool }: Pick<Device, 'softkeyTemplate' | 'devicePool'>): SoftkeyTemplate {
    return this.templates.get(softkeyTemplate ?? this.pools.templateOf(devicePool));
  }

  /** Phones may have another template than before, or theirs another layout. @returns ends the listening */
  onDidChange(listener: () => void): () => void {
    const ends = [this.templates.onDidChange(listener), this.pools.onDidChange(listener)];
    return () => {
      for (const end of ends) end();
    };
  }
}
