import { type Invitation, Inviter, URI } from 'sip.js';
import { describe, expect, test } from 'vitest';
import { Call } from '../../../src-renderer/line/call';
import type { Voice } from '../../../src-renderer/line/voice';
import { FakeClock, settled } from './fake-clock';
import { agentOn, FakeTransport, header, incomingInvite } from './fake-network';

function callOf(session: Inviter | Invitation) {
  const seen: string[] = [];
  const voice = {
    close: () => seen.push('voice closed'),
    setHeld: () => {},
    sendDigit: (digit: string) => seen.push(`digit ${digit}`),
  };
  const call = new Call(session, voice as unknown as Voice, new FakeClock(), () => 0, {
    onPlaced: (sipCallId) => seen.push(sipCallId === '' ? 'placed without an id' : 'placed'),
    onResponse: (status, message) => seen.push(['response', status, ...message.getHeaders('call-info')].join(' ')),
    onRefused: (status) => (status === 301 ? null : status),
    onProgress: (phase) => seen.push(phase),
    onConnected: () => seen.push('connected'),
    onHeld: (held) => seen.push(held ? 'held' : 'not held'),
    onTransfer: (status, done) => seen.push(`transfer ${status}${done ? ' done' : ''}`),
    onReferral: () => seen.push('referred'),
    onParty: () => {},
    onEnded: (by, status) => seen.push(`ended by ${by} ${status}`),
  });
  return { call, seen };
}

async function outgoing() {
  const transport = new FakeTransport();
  const agent = await agentOn(transport);
  return { transport, ...callOf(new Inviter(agent, new URI('sip', '1002', 'cluster.test'))) };
}

async function calling() {
  const story = await outgoing();
  story.call.start();
  await settled();
  return story;
}

async function connected() {
  const story = await calling();
  story.transport.answer('INVITE', 200);
  await settled();
  return story;
}

async function incoming() {
  const transport = new FakeTransport();
  let invited = (_invitation: Invitation): void => {};
  const arrived = new Promise<Invitation>((resolve) => {
    invited = resolve;
  });
  const agent = await agentOn(transport, { onInvite: (invitation) => invited(invitation) });
  transport.arrive(incomingInvite(agent));
  return { transport, agent, ...callOf(await arrived) };
}

/** A request of the far end within the call that 1001 made. */
function within(transport: FakeTransport, method: string, extra: readonly string[] = []): readonly string[] {
  const invite = transport.last('INVITE');
  return [
    `${method} ${header(invite, 'Contact').replace(/[<>]/g, '')} SIP/2.0`,
    `Via: SIP/2.0/WS far.invalid;branch=z9hG4bK${method}`,
    `From: ${header(invite, 'To')};tag=far`,
    `To: ${header(invite, 'From')}`,
    `Call-ID: ${header(invite, 'Call-ID')}`,
    `CSeq: 7 ${method}`,
    'Max-Forwards: 70',
    'Contact: <sip:far@far.invalid;transport=ws>',
    ...extra,
    '',
    '',
  ];
}

describe('an outgoing call', () => {
  test('tells its progress once for each phase, and that it is connected', async () => {
    const { transport, seen } = await calling();
    for (const status of [100, 100, 180, 183, 180]) {
      transport.answer('INVITE', status);
      await settled();
    }
    transport.answer('INVITE', 200);
    await settled();
    expect(seen).toEqual([
      'placed',
      'proceeding',
      'response 180',
      'ringing',
      'response 183',
      'response 180',
      'response 200',
      'connected',
    ]);
    expect(transport.said).toEqual(['INVITE', 'ACK']);
  });

  test('that is forwarded does not ring before the next phone does', async () => {
    const { transport, seen } = await calling();
    for (const status of [100, 181, 180]) {
      transport.answer('INVITE', status);
      await settled();
    }
    expect(seen).toEqual(['placed', 'proceeding', 'response 181', 'response 180', 'ringing']);
  });

  test.each([404, 480, 486, 600, 302])('that is refused with %i says so, once', async (status) => {
    const { transport, seen } = await calling();
    transport.answer('INVITE', status);
    await settled();
    expect(seen).toEqual(['placed', `response ${status}`, 'voice closed', `ended by far ${status}`]);
  });

  test('that goes on elsewhere falls silent, and nobody else ends it', async () => {
    const { call, transport, seen } = await calling();
    transport.answer('INVITE', 301);
    await settled();
    call.release();
    await settled();
    expect([seen, transport.said]).toEqual([
      ['placed', 'response 301', 'voice closed'],
      ['INVITE', 'ACK'],
    ]);
  });

  test('that is refused tells the offer of call completion that came with the refusal, before its end', async () => {
    const { transport, seen } = await calling();
    transport.answer('INVITE', 486, ['Call-Info: <sip:monitor@cluster.test>;purpose=call-completion;m=BS']);
    await settled();
    expect(seen.slice(1)).toEqual([
      'response 486 <sip:monitor@cluster.test>;purpose=call-completion;m=BS',
      'voice closed',
      'ended by far 486',
    ]);
  });

  test('sends digits with the voice, or each in an INFO of its own; what is no digit of a telephone, and what comes before the answer, not', async () => {
    const early = await calling();
    early.call.sendDigit('1', 'info');
    const { call, seen, transport } = await connected();
    call.sendDigit('5', 'rfc4733');
    expect(seen.slice(-1)).toEqual(['digit 5']);
    for (const digit of ['#', '5\r\nSignal=6']) call.sendDigit(digit, 'info');
    await settled();
    expect([early.transport.said, transport.said]).toEqual([['INVITE'], ['INVITE', 'ACK', 'INFO']]);
    const info = transport.last('INFO');
    expect(header(info, 'Content-Type')).toBe('application/dtmf-relay');
    expect(info.split('\r\n\r\n')[1]).toBe('Signal=#\r\nDuration=160\r\n');
  });

  test('whose INVITE could not be sent was ended by the network', async () => {
    const story = await outgoing();
    story.transport.broken = true;
    story.call.start();
    await settled();
    expect(story.seen).toEqual(['voice closed', 'ended by network null']);
  });

  test('that is released before its INVITE was sent sends none', async () => {
    const { call, transport, seen } = await outgoing();
    call.start();
    call.release();
    await settled();
    expect([seen, transport.said]).toEqual([['voice closed', 'ended by near null'], []]);
  });

  test('that is released while it rings is cancelled', async () => {
    const { call, transport, seen } = await calling();
    transport.answer('INVITE', 180);
    await settled();
    call.release();
    await settled();
    transport.answer('INVITE', 487);
    await settled();
    expect(seen).toEqual(['placed', 'response 180', 'ringing', 'voice closed', 'ended by near null']);
    expect(transport.said).toEqual(['INVITE', 'CANCEL', 'ACK']);
  });

  test('that is answered in the moment in which it is cancelled is hung up, and stays ended', async () => {
    const { call, transport, seen } = await calling();
    transport.answer('INVITE', 180);
    await settled();
    call.release();
    transport.answer('INVITE', 200);
    await settled();
    expect(seen).toEqual(['placed', 'response 180', 'ringing', 'voice closed', 'ended by near null']);
    expect(transport.said).toEqual(['INVITE', 'CANCEL', 'ACK', 'BYE']);
  });

  test('ends with the far end’s BYE, which is answered', async () => {
    const { transport, seen } = await connected();
    transport.arrive(within(transport, 'BYE'));
    await settled();
    expect(seen).toEqual(['placed', 'response 200', 'connected', 'voice closed', 'ended by far null']);
    expect(transport.said.at(-1)).toBe('200');
  });

  test('ends with our BYE, and a second release does nothing', async () => {
    const { call, transport, seen } = await connected();
    call.release();
    call.release();
    await settled();
    expect(seen).toEqual(['placed', 'response 200', 'connected', 'voice closed', 'ended by near null']);
    expect(transport.said).toEqual(['INVITE', 'ACK', 'BYE']);
  });

  test('leaves it to its line whether to obey a far end that wants it to call somebody else', async () => {
    const { transport, seen } = await connected();
    transport.arrive(within(transport, 'REFER', ['Refer-To: <sip:premium@elsewhere.test>']));
    await settled();
    expect(transport.said).toEqual(['INVITE', 'ACK']);
    expect(seen).toEqual(['placed', 'response 200', 'connected', 'referred']);
  });

  test('whose place another one takes is not given up before that one stands', async () => {
    const { call, transport, seen } = await connected();
    call.supersede(true);
    call.release();
    await settled();
    expect(transport.said).toEqual(['INVITE', 'ACK']);
    call.giveWay();
    await settled();
    expect(transport.said).toEqual(['INVITE', 'ACK', 'BYE']);
    expect(seen).toEqual(['placed', 'response 200', 'connected', 'voice closed', 'ended by near null']);
  });

  test('that still rings is cancelled when another one has taken its place', async () => {
    const { call, transport } = await calling();
    transport.answer('INVITE', 180);
    await settled();
    call.supersede(true);
    call.giveWay();
    await settled();
    expect(transport.said).toEqual(['INVITE', 'CANCEL']);
  });

  test('whose network is lost has ended, once', async () => {
    const { call, transport, seen } = await connected();
    transport.broken = true;
    call.lose();
    await settled();
    expect(seen).toEqual(['placed', 'response 200', 'connected', 'voice closed', 'ended by network null']);
  });
});

describe('an incoming call', () => {
  test('rings, and is not answered by itself', async () => {
    const { transport, seen } = await incoming();
    await settled();
    expect([transport.said, seen]).toEqual([['100', '180'], []]);
  });

  test('is answered', async () => {
    const { call, transport, seen } = await incoming();
    call.answer();
    call.answer();
    await settled();
    expect([transport.said, seen]).toEqual([['100', '180', '200'], ['connected']]);
  });

  test('that is released while it rings is refused as busy', async () => {
    const { call, transport, seen } = await incoming();
    call.release();
    await settled();
    expect([transport.said, seen]).toEqual([
      ['100', '180', '486'],
      ['voice closed', 'ended by near null'],
    ]);
  });

  test('that the caller gives up ends by the far end, without a status', async () => {
    const { agent, transport, seen } = await incoming();
    const invite = incomingInvite(agent);
    transport.arrive([
      ...invite.slice(0, 5).map((line) => line.replace('INVITE', 'CANCEL')),
      'CSeq: 1 CANCEL',
      'Max-Forwards: 70',
      '',
      '',
    ]);
    await settled();
    expect(seen).toEqual(['voice closed', 'ended by far null']);
    expect(transport.said).toContain('487');
  });
});
