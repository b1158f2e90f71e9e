import * as v from 'valibot';
import { failure, type Result, success } from '../base/result';

type DeepReadonly<Value> = Value extends object ? { readonly [Key in keyof Value]: DeepReadonly<Value[Key]> } : Value;

/** What a schema lets pass, as its readers hold it: nobody writes to what has crossed a boundary. */
export type Passed<Schema extends v.GenericSchema> = DeepReadonly<v.InferOutput<Schema>>;

/** @returns the value as the schema has it, or what is wrong with it: where, and what should stand there, but never what stands there, which may be a password */
export function pass<Schema extends v.GenericSchema>(schema: Schema, value: unknown): Result<Passed<Schema>, string> {
  const checked = v.safeParse(schema, value);
  if (checked.success) return success(checked.output as Passed<Schema>);
  // Not the issue's own words: they quote what was sent.
  const [issue] = checked.issues;
  return failure(`${v.getDotPath(issue) ?? 'the message'} is no ${issue.expected ?? issue.type}`);
}
