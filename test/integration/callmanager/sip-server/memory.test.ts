import { Core } from 'sip.js';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { SERVER_NAME } from '../../../../src-main/callmanager/sip-server/connection';
import { Cluster } from './cluster';

const timers = { ...Core.Timers };

afterEach(() => {
  Object.assign(Core.Timers, timers);
  vi.restoreAllMocks();
});

/** How much every core of the server holds: transactions and dialogs. */
function held(cores: ReadonlySet<Core.UserAgentCore>): number {
  const sizes = [...cores].map((core) => core.dialogs.size + core.userAgentClients.size + core.userAgentServers.size);
  return sizes.reduce((sum, size) => sum + size, 0);
}

describe('After many calls', () => {
  test('nothing is left of them', async () => {
    // How long SIP.js remembers an answered INVITE, and waits for its ACK: 32 seconds that nobody need wait for here.
    Object.assign(Core.Timers, { TIMER_L: 3_000, TIMER_M: 3_000, TIMER_H: 3_000 });
    const cores = new Set<Core.UserAgentCore>();
    const receive = vi.spyOn(Core.UserAgentCore.prototype, 'receiveIncomingRequestFromTransport');
    const cluster = await Cluster.start();
    const [alice, bob, carol] = await Promise.all([
      cluster.phone('1001'),
      cluster.phone('1002'),
      cluster.phone('1003'),
    ]);
    const { notified } = carol.subscribe('1002');
    await notified.until(() => true);
    const timersBefore = cluster.clock.pending;

    for (let round = 0; round < 15; round += 1) {
      const [answered, atBob] = await alice.talkTo(bob);
      await answered.hold(true);
      const ended = cluster.ended();
      await (round % 2 ? answered : atBob).hangUp();
      await Promise.all([answered.ended(), atBob.ended(), ended]);
      const [refused, atBobAgain] = await alice.ring(bob);
      await atBobAgain.reject(486);
      await refused.refusal;
      const [cancelled, atBobAtLast] = await alice.ring(bob);
      await cancelled.session.dispose();
      await Promise.all([cancelled.refusal, atBobAtLast.ended()]);
      await (await alice.call('1004')).refusal;
    }

    for (const core of receive.mock.contexts) {
      if (!(core instanceof Core.UserAgentCore)) continue;
      if (core.configuration.userAgentHeaderFieldValue === SERVER_NAME) cores.add(core);
    }
    expect(cores.size).toBe(3);
    await vi.waitFor(() => expect(held(cores)).toBe(0), 30_000);
    for (const number of ['1001', '1002']) {
      const { dialogs } = await carol.subscribe(number, 0).notified.until(() => true);
      expect(dialogs).toEqual([]);
    }
    // Only the guards of the cancelled calls are left, and they go by themselves.
    cluster.clock.pass(33_000);
    expect([cluster.clock.pending, cluster.calls.all.length]).toEqual([timersBefore, 15 * (4 + 3 + 3 + 1)]);
  });
});
