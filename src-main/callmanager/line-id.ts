/**
 * How a phone and CallManager name one line of the phone to each other: several phones may have a line with the same number. The
 * line that a phone came with goes by its number alone.
 */
export const lineIdOf = (device: string, number: string): string =>
  device === `SEP${number.padStart(12, '0')}` ? number : `${device}/${number}`;

export const numberOfLine = (line: string): string => line.split('/').at(-1) ?? line;
