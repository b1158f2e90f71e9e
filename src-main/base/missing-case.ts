/**
 * Ends an exhaustive switch: does not compile while a member of the union has no case.
 *
 * @throws Error always: reaching it means that data got past the schema of its boundary.
 */
export function missingCase(value: never): never {
  throw new Error(`No case for ${JSON.stringify(value)}`);
}
