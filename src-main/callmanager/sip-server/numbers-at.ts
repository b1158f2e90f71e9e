import { Grammar } from 'sip.js';
import { numberAt } from '../../sip/number-at';

/** The numbers that addresses name in the domain; those of somebody else, and what is none, are left out. */
export const numbersAt = (addresses: readonly string[], domain: string): readonly string[] =>
  addresses.flatMap((address) => {
    const uri = Grammar.URIParse(address);
    return (uri && numberAt(uri, domain)) ?? [];
  });
