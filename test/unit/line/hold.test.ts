import { Core, type Session, type SessionInviteOptions, SessionState } from 'sip.js';
import { describe, expect, test } from 'vitest';
import { glareDelay, Hold } from '../../../src-renderer/line/hold';
import { FakeClock, settled } from './fake-clock';

/** A session whose far end is the test. */
class FakeSession {
  state = SessionState.Established;
  sessionDescriptionHandlerOptionsReInvite: object = {};
  readonly asked: SessionInviteOptions[] = [];
  failsToSend = false;

  /** As SIP.js has it: nobody is told of a 3xx. */
  readonly sent: Pick<Core.OutgoingInviteRequest, 'delegate'>[] = [];

  invite(options: SessionInviteOptions): Promise<Pick<Core.OutgoingInviteRequest, 'delegate'>> {
    this.asked.push(options);
    if (this.failsToSend) return Promise.reject(new Error('Reinvite in progress'));
    const request = { delegate: { onReject: options.requestDelegate?.onReject, onRedirect: () => {} } };
    this.sent.push(request as Pick<Core.OutgoingInviteRequest, 'delegate'>);
    return Promise.resolve(request as Pick<Core.OutgoingInviteRequest, 'delegate'>);
  }

  answer(statusCode: number, headers: Readonly<Record<string, string>> = {}): void {
    const message = new Core.IncomingResponseMessage();
    message.statusCode = statusCode;
    message.addHeader('Via', 'SIP/2.0/WS df7jal23ls0d.invalid');
    for (const [name, value] of Object.entries(headers)) message.addHeader(name, value);
    const { onAccept, onReject } = this.asked.at(-1)?.requestDelegate ?? {};
    if (statusCode < 300) onAccept?.({ message } as Parameters<typeof onAccept>[0]);
    else if (statusCode < 400) this.sent.at(-1)?.delegate?.onRedirect?.({ message });
    else onReject?.({ message });
  }

  get wishes(): readonly unknown[] {
    return this.asked.map(({ sessionDescriptionHandlerOptions }) => sessionDescriptionHandlerOptions);
  }
}

function story() {
  const session = new FakeSession();
  const clock = new FakeClock();
  const seen: string[] = [];
  const hold = new Hold(
    session as unknown as Session,
    { setHeld: (held) => seen.push(held ? 'voice off' : 'voice on') },
    clock,
    () => 0.5,
    { onHeld: (held) => seen.push(held ? 'held' : 'not held'), onGone: () => seen.push('gone') },
  );
  return { session, clock, seen, hold };
}

describe('hold', () => {
  test('cuts the voice at once and is told when the far end has accepted', () => {
    const { session, seen, hold } = story();
    hold.want(true);
    expect(seen).toEqual(['voice off']);
    session.answer(200);
    expect(seen).toEqual(['voice off', 'voice off', 'held']);
    hold.want(false);
    session.answer(200);
    expect(seen.slice(3)).toEqual(['voice on', 'not held']);
    expect(session.wishes).toEqual([{ hold: true }, { hold: false }]);
  });

  test('that is refused leaves the call as it was, also for the far end’s re-INVITEs', () => {
    const { session, seen, hold } = story();
    hold.want(true);
    session.answer(488);
    expect(seen).toEqual(['voice off', 'voice on', 'not held']);
    expect(session.sessionDescriptionHandlerOptionsReInvite).toEqual({ hold: false });
  });

  test('that is answered with a 3xx is refused, and the next one is asked for', async () => {
    const { session, seen, hold } = story();
    hold.want(true);
    await settled();
    session.answer(302);
    expect(seen).toEqual(['voice off', 'voice on', 'not held']);
    hold.want(true);
    session.answer(200);
    expect(seen.at(-1)).toBe('held');
  });

  test('that meets the far end’s own re-INVITE is repeated once, after a random time', async () => {
    const { session, clock, seen, hold } = story();
    hold.want(true);
    session.answer(491);
    expect(clock.waiting).toEqual([1000]);
    await clock.pass(1000);
    expect(session.wishes).toEqual([{ hold: true }, { hold: true }]);
    session.answer(491);
    expect(clock.waiting).toEqual([]);
    expect(seen.at(-1)).toBe('not held');
  });

  test('that cannot be sent, for the far end’s is under way, is repeated as well', async () => {
    const { session, clock, seen, hold } = story();
    session.failsToSend = true;
    hold.want(true);
    await settled();
    session.failsToSend = false;
    await clock.pass(2000);
    session.answer(200);
    expect(seen.at(-1)).toBe('held');
  });

  test('that comes before the far end has our ACK is repeated when it likes', async () => {
    const { session, clock, seen, hold } = story();
    hold.want(true);
    session.answer(500, { 'Retry-After': '3' });
    expect(clock.waiting).toEqual([3000]);
    await clock.pass(3000);
    session.answer(500);
    expect([session.asked.length, seen.at(-1)]).toEqual([2, 'not held']);
  });

  test.each([481, 408])('that is answered with %i ends the call', (status) => {
    const { session, seen, hold } = story();
    hold.want(true);
    session.answer(status);
    expect(seen).toEqual(['voice off', 'gone']);
  });

  test('that is taken back before the answer is taken back after it', () => {
    const { session, seen, hold } = story();
    hold.want(true);
    hold.want(false);
    expect(session.wishes).toEqual([{ hold: true }]);
    session.answer(200);
    expect(session.wishes).toEqual([{ hold: true }, { hold: false }]);
    session.answer(200);
    expect(seen.at(-1)).toBe('not held');
  });

  test('of a call that is held already is only told again', () => {
    const { session, seen, hold } = story();
    hold.want(true);
    session.answer(200);
    hold.want(true);
    expect([session.asked.length, seen.at(-1)]).toEqual([1, 'held']);
  });

  test('does nothing in a call that is not connected, and nothing after it has ended', async () => {
    const { session, clock, seen, hold } = story();
    hold.want(true);
    session.answer(491);
    hold.stop();
    session.state = SessionState.Terminated;
    await clock.pass(5000);
    hold.want(false);
    expect([session.asked.length, seen]).toEqual([1, ['voice off']]);
  });

  test('the random time is that of RFC 3261, 14.1', () => {
    expect([0, 0.5, 1].map((random) => glareDelay(true, () => random))).toEqual([2100, 3050, 4000]);
    expect([0, 0.5, 1].map((random) => glareDelay(false, () => random))).toEqual([0, 1000, 2000]);
  });
});
