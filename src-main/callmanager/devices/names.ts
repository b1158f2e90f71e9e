/** Of the phones of a new cluster, by their places; more windows than that are of no use on one screen. */
export const NAMES = [
  'Alice',
  'Bob',
  'Carol',
  'Dave',
  'Erin',
  'Frank',
  'Grace',
  'Heidi',
  'Ivan',
  'Judy',
  'Kim',
  'Leo',
  'Mia',
  'Noah',
  'Olga',
  'Peggy',
] as const;
