import type { ContactForm } from '../../src-main/contract/line-port';

/** What a line's connections have in common, so that the server sees one phone, not a new one for each socket. */
export interface ContactName {
  readonly user: string;
  /** Of Via and of Contact alike: SIP.js drops responses whose Via does not name the host that it was given. */
  readonly host: string;
}

/** @param random 0 to 1 */
export function contactName(form: ContactForm, newId: () => string, random: () => number): ContactName {
  switch (form) {
    case 'invalid':
      return { user: newId(), host: `${newId()}.invalid` };
    case 'address':
      return { user: newId(), host: `192.0.2.${1 + Math.floor(random() * 254)}` };
  }
}
