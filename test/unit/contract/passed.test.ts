import * as v from 'valibot';
import { expect, test } from 'vitest';
import { accountSecretsSchema } from '../../../src-main/contract/account-settings';
import { CHANNELS } from '../../../src-main/contract/channels/channels';
import { pass } from '../../../src-main/contract/passed';

test('what does not fit is named by its place, and never quoted', () => {
  expect([
    pass(accountSecretsSchema, { password: null, turn: 'a' }),
    pass(accountSecretsSchema, { password: ['secret'], turn: null }),
    pass(accountSecretsSchema, 'secret'),
    pass(accountSecretsSchema, { password: null, turn: null, secret: 1 }),
  ]).toEqual([
    { ok: true, value: { password: null, turn: 'a' } },
    { ok: false, error: 'password is no string' },
    { ok: false, error: 'the message is no Object' },
    { ok: false, error: 'secret is no never' },
  ]);
});

test('a result carries its value or its error, and never both', () => {
  const { answer } = CHANNELS['account:test'];
  const problems = [{ field: 'domain', words: 'is missing' }];
  const verdicts = [
    { ok: true, value: null },
    { ok: false, error: problems },
    { ok: true, error: problems },
    { ok: false, error: problems, value: null },
  ].map((result) => v.is(answer, result));
  expect(verdicts).toEqual([true, true, false, false]);
});
