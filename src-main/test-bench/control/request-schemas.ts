import * as v from 'valibot';

/** More than anybody presses in one breath. */
const MAX_KEYS = 100;
const MAX_KEY_NAME = 64;
const MAX_NUMBER = 64;
const MAX_TYPED = 256;

export const pressSchema = v.strictObject({
  keys: v.pipe(
    v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_KEY_NAME)), 'are names of keys, such as ["CallBack"]'),
    v.minLength(1, 'are none'),
    v.maxLength(MAX_KEYS, `are at most ${MAX_KEYS} at a time`),
  ),
});

export const dialSchema = v.strictObject({
  number: v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(MAX_NUMBER),
    v.regex(/^\+?[0-9*#]+$/, 'has digits, * and #, and + before them'),
  ),
});

export const typeSchema = v.strictObject({
  text: v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(MAX_TYPED),
    v.regex(/^[^\p{Cc}\p{Cs}]*$/u, 'has a control character'),
  ),
});
