import * as v from 'valibot';

/** Of something that may fail as expected: see Result. */
export const resultSchema = <Value extends v.GenericSchema, Failure extends v.GenericSchema>(
  value: Value,
  error: Failure,
) => v.variant('ok', [v.strictObject({ ok: v.literal(true), value }), v.strictObject({ ok: v.literal(false), error })]);
