import * as v from 'valibot';
import { type CallBackRequest, type RequestStore, requestSchema } from '../../cef/ports';
import type { SqlDatabase } from './open-database';

/** The Call Back requests, one for each phone and number. */
export class RequestTable implements RequestStore {
  /** @param report told of a stored request that cannot be read; it stays in the file and is left out */
  constructor(
    private readonly database: SqlDatabase,
    /** The phones whose requests these are; those of others wait for the system that has them. */
    private readonly isOurs: (device: string) => boolean,
    private readonly report: (problem: string) => void,
  ) {}

  load(): readonly CallBackRequest[] {
    return this.database.all('SELECT device, request FROM call_back ORDER BY rowid').flatMap((row) => {
      const request = v.safeParse(v.pipe(v.string(), v.parseJson(), requestSchema), row.request);
      if (request.success) return this.isOurs(request.output.device) ? [request.output] : [];
      this.report(`the stored Call Back of ${String(row.device)} cannot be read: ${request.issues[0].message}`);
      return [];
    });
  }

  together(write: () => void): void {
    this.database.transaction(write);
  }

  save(request: CallBackRequest): void {
    this.database.run(
      'INSERT INTO call_back (device, called, request) VALUES (?, ?, ?) ON CONFLICT (device, called) DO UPDATE SET request = excluded.request',
      request.device,
      request.called,
      JSON.stringify(request),
    );
  }

  remove(device: string, called: string): void {
    this.database.run('DELETE FROM call_back WHERE device = ? AND called = ?', device, called);
  }
}
