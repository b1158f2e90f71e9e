import * as v from 'valibot';
import type { CallBackRequest, RequestStore } from '../../cef/ports';
import type { SqlDatabase } from './open-database';

const requestSchema = v.object({
  device: v.string(),
  calling: v.string(),
  called: v.string(),
  reason: v.picklist(['busy', 'noReply']),
  activatedAt: v.number(),
  expiresAt: v.number(),
  transaction: v.number(),
  phase: v.variant('kind', [
    v.object({ kind: v.literal('watching'), mustLiftFirst: v.boolean(), refused: v.boolean() }),
    v.object({ kind: v.literal('suspended') }),
    v.object({ kind: v.literal('available'), since: v.number() }),
    v.object({ kind: v.literal('recalling'), since: v.number() }),
  ]),
});

/** The Call Back requests, one a phone. */
export class RequestTable implements RequestStore {
  /** @param report told of a stored request that cannot be read; it stays in the file and is left out */
  constructor(
    private readonly database: SqlDatabase,
    /** The phones whose requests these are; those of others wait for the system that has them. */
    private readonly isOurs: (device: string) => boolean,
    private readonly report: (problem: string) => void,
  ) {}

  load(): readonly CallBackRequest[] {
    return this.database.all('SELECT device, request FROM call_back_request').flatMap((row) => {
      const request = v.safeParse(v.pipe(v.string(), v.parseJson(), requestSchema), row.request);
      if (request.success) return this.isOurs(request.output.device) ? [request.output] : [];
      this.report(`the stored Call Back of ${String(row.device)} cannot be read: ${request.issues[0].message}`);
      return [];
    });
  }

  save(request: CallBackRequest): void {
    this.database.run(
      'INSERT INTO call_back_request (device, request) VALUES (?, ?) ON CONFLICT (device) DO UPDATE SET request = excluded.request',
      request.device,
      JSON.stringify(request),
    );
  }

  remove(device: string): void {
    this.database.run('DELETE FROM call_back_request WHERE device = ?', device);
  }
}
