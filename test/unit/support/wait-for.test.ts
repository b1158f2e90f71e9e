import { expect, test } from 'vitest';
import { waitFor } from '../../support/wait-for.ts';

test('gives the fact that came true', async () => {
  let tries = 0;
  const condition = () => {
    tries += 1;
    return tries === 3 ? 'a window' : undefined;
  };
  expect(await waitFor('a window', condition, { everyMs: 1 })).toBe('a window');
});

test('a zero is a fact', async () => {
  expect(await waitFor('a count', () => 0)).toBe(0);
});

test('says what was awaited, and what there was instead', async () => {
  const waiting = waitFor('the dial tone', () => false, {
    timeoutMs: 20,
    everyMs: 5,
    otherwise: () => 'it was silent',
  });
  await expect(waiting).rejects.toThrow('waited 20 ms for the dial tone, in vain\nit was silent');
});
