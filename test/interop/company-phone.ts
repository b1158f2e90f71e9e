import type { AccountEntry } from '../support/company-phone.ts';
import { DOMAIN, passwordOf } from './lab/index.ts';

export { type AccountEntry, fillAccount, IDLE, PbxPhone } from '../support/company-phone.ts';

/** What a user of the lab's server would type. */
export const labAccount = (number: string, server: string): AccountEntry => ({
  number,
  password: passwordOf(number),
  domain: DOMAIN,
  server,
});
