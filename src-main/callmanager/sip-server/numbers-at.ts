import { Grammar } from 'sip.js';
import { cutNumber } from '../../base/outside-text';
import { numberAt } from '../../sip/number-at';

/** The numbers that addresses name in the domain; those of somebody else, and what is none, are left out. */
export const numbersAt = (addresses: readonly string[], domain: string): readonly string[] =>
  addresses.flatMap((address) => {
    const uri = Grammar.URIParse(address);
    const number = uri && numberAt(uri, domain);
    return number ? cutNumber(number) : [];
  });
