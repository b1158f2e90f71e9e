import { escapeXml } from '../../base/escape-xml';
import { failure, type Result, success } from '../../base/result';

/** What a monitor tells those who wait for its line: a body of application/call-completion (RFC 6910, 10). */
export interface CompletionNotice {
  /** `queued`: keep waiting. `ready`: it is this waiter's turn to call. */
  readonly state: 'queued' | 'ready';
  /** Whom to call when ready; null = whoever was called before. */
  readonly address: string | null;
  /** "cc-service-retention": who meets busy again keeps the place in the queue. */
  readonly retention: boolean;
}

/** Reads the body. @returns what is wrong with it, in words, where it cannot be read */
export function parseCompletion(body: string): Result<CompletionNotice, string> {
  const fields = new Map(
    body
      .split(/\r?\n/)
      .map(fieldOf)
      .filter(([name]) => /^[\w-]+$/.test(name)),
  );
  const state = fields.get('cc-state')?.toLowerCase();
  if (state !== 'queued' && state !== 'ready') return failure(`cc-state is ${state ?? 'missing'}`);
  const retention = fields.get('cc-service-retention');
  return success({
    state,
    // It may stand in angle brackets, with a display name before them.
    address: /<([^<>]+)>/.exec(fields.get('cc-uri') ?? '')?.[1] ?? (fields.get('cc-uri') || null),
    retention: retention !== undefined && retention.toLowerCase() !== 'false',
  });
}

function fieldOf(line: string): readonly [name: string, value: string] {
  const colon = line.indexOf(':');
  if (colon < 0) return [line.trim().toLowerCase(), ''];
  return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
}

/**
 * Tells a monitor whether its waiter can take a call now: a body of application/pidf+xml (RFC 3863), closed to suspend and
 * open to resume (RFC 6910, 6).
 *
 * @param entity address of the line that waits
 */
export const suspensionDocument = (entity: string, suspended: boolean): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<presence xmlns="urn:ietf:params:xml:ns:pidf" entity="${escapeXml(entity)}">`,
    `<tuple id="call-completion"><status><basic>${suspended ? 'closed' : 'open'}</basic></status></tuple>`,
    '</presence>',
  ].join('');
