/** The database file cannot be used, and why, in words for the user. The file is as it was. */
export class DatabaseUnusable extends Error {
  override readonly name = 'DatabaseUnusable';

  constructor(
    readonly file: string,
    readonly reason: string,
  ) {
    super(`The database ${file} cannot be used: ${reason}. Move the file away to begin with a new one.`);
  }
}
