import type { CtiApplication } from '../../contract/cti-applications';

/**
 * "The Cisco Extended Functions application with the lowest IP address becomes active. The application with the next lowest IP
 * address becomes the backup to the active application. Any remaining applications act as backups to each other, beginning with
 * the application with the next lowest IP address."
 *
 * Several on one address are told apart by their ports, and at last by what is never the same.
 *
 * @returns the active one first; every application that has the same list finds the same order
 */
export const inOrder = (applications: readonly CtiApplication[]): readonly CtiApplication[] =>
  [...applications].sort(
    (left, right) =>
      numberOf(left.address) - numberOf(right.address) ||
      left.port - right.port ||
      compare(left.application, right.application) ||
      compare(left.instance, right.instance),
  );

/** An address as the number that it is: 10.0.0.9 is lower than 10.0.0.10. */
const numberOf = (address: string): number => address.split('.').reduce((value, part) => value * 256 + Number(part), 0);

/** Not by the rules of a language, which two servers may have set otherwise. */
const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
