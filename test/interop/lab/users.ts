import { createHash } from 'node:crypto';

export const DOMAIN = 'pbx.test';

/** Who has a line on the lab's servers. */
export const NUMBERS = ['1001', '1002', '1003', '1004'] as const;

export function passwordOf(number: string): string {
  return `secret-of-${number}`;
}

/** What a server keeps in place of a password (RFC 2617, 3.2.2.2). */
export function ha1Of(number: string): string {
  return createHash('md5')
    .update(`${number}:${DOMAIN}:${passwordOf(number)}`)
    .digest('hex');
}
