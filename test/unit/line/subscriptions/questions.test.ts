import { Inviter } from 'sip.js';
import { beforeEach, describe, expect, test } from 'vitest';
import { askByInvite } from '../../../../src-renderer/line/subscriptions/questions';
import { FakeClock, settled } from '../fake-clock';
import { agentOn, FakeTransport } from '../fake-network';
import { BOB } from './watch-story';

let clock: FakeClock;
let transport: FakeTransport;
let answers: (readonly [number | null, number | null])[];

beforeEach(async () => {
  clock = new FakeClock();
  transport = new FakeTransport();
  answers = [];
  const inviter = new Inviter(await agentOn(transport), BOB);
  askByInvite(inviter, clock, (status, retryAfter) => answers.push([status, retryAfter]));
  await settled();
});

async function answer(status: number): Promise<void> {
  transport.answer('INVITE', status);
  await settled();
}

describe('a call that nobody is to take', () => {
  test('is cancelled at its first ring', async () => {
    for (const status of [100, 181, 180, 183, 180]) await answer(status);
    expect(transport.said).toEqual(['INVITE', 'CANCEL']);
    await answer(487);
    await clock.pass(60_000);
    expect([transport.said, answers]).toEqual([['INVITE', 'CANCEL', 'ACK'], [[180, null]]]);
  });

  test('and rings on, though cancelled, has rung', async () => {
    await answer(180);
    await clock.pass(4000);
    expect(answers).toEqual([[180, null]]);
  });

  test('and is taken at once is hung up', async () => {
    await answer(200);
    expect([transport.said, answers]).toEqual([['INVITE', 'ACK', 'BYE'], [[200, null]]]);
  });

  test('and is taken while it is being cancelled is hung up', async () => {
    await answer(180);
    await answer(200);
    await clock.pass(60_000);
    expect([transport.said, answers]).toEqual([['INVITE', 'CANCEL', 'ACK', 'BYE'], [[200, null]]]);
  });

  test('and that nobody answers is given up after 32 seconds', async () => {
    await answer(100);
    await clock.pass(32_000);
    await settled();
    expect([transport.said, answers]).toEqual([['INVITE', 'CANCEL'], [[null, null]]]);
  });
});
