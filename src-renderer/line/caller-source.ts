import type { Headers } from './auto-answer';

/** Where a caller is, as far as a server on the way has said so. */
export type CallerSource = 'inside' | 'outside';

/**
 * Alert-Info says how a phone shall ring, and so whether who calls is one of the company. The first value counts that says it,
 * in any of the ways that servers have:
 *
 * - `<urn:alert:source:internal>`, `…:external` (RFC 7462, 8.2.3)
 * - `<http://…>;info=alert-internal`, `info=external`, and the same bare
 * - `<file://Bellcore-dr1/>` is the usual ring, which is that of the inside; any other number is a distinctive one
 *
 * @returns null if nobody has said it
 */
export function sourceOf(headers: Headers): CallerSource | null {
  const values = headers.getHeaders('alert-info').flatMap((header) => header.replaceAll('"', '').split(','));
  return values.map(sourceIn).find((source) => source !== null) ?? null;
}

const URN = /<urn:alert:source:(internal|external)\b/i;
const INFO = /(?:^|;)\s*(?:info\s*=\s*)?(?:alert-)?(internal|external)\s*(?:;|$)/i;
const BELLCORE = /bellcore-dr(\d)/i;

function sourceIn(value: string): CallerSource | null {
  const word = (URN.exec(value) ?? INFO.exec(value))?.[1];
  if (word) return word.toLowerCase() === 'internal' ? 'inside' : 'outside';
  const ring = BELLCORE.exec(value)?.[1];
  return ring === undefined ? null : ring === '1' ? 'inside' : 'outside';
}
