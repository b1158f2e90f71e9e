import { describe, expect, test } from 'vitest';
import WebSocket from 'ws';
import { Cluster, DOMAIN, told } from './cluster';
import { type RawPhone, SDP } from './raw-phone';

const OPTIONS = { method: 'OPTIONS', uri: `sip:${DOMAIN}` };

/** Proves that the server lives and has read all that this phone sent before. */
const stillServes = async (phone: RawPhone) => (await phone.ask(OPTIONS)).statusCode;

const statusesOf = (phone: RawPhone) =>
  phone.received.all.map((message) => ('statusCode' in message ? message.statusCode : 0));

describe('Input that means harm, or is only broken', () => {
  test('a WebSocket that does not speak SIP is refused', async () => {
    const cluster = await Cluster.start();
    const refusal = (protocols: string[]) =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(cluster.url, protocols);
        socket.on('open', () => resolve(socket.protocol));
        socket.on('error', ({ message }) => resolve(message));
      });
    expect([await refusal([]), await refusal(['chat']), await refusal(['chat', 'sip'])]).toEqual([
      'Unexpected server response: 400',
      'Unexpected server response: 400',
      'sip',
    ]);
  });

  test('a keep-alive is answered, a lone line end is not', async () => {
    const cluster = await Cluster.start();
    const alice = await cluster.rawPhone('1001');
    alice.send('\r\n');
    alice.send('\r\n\r\n');
    await stillServes(alice);
    expect(alice.oddments.all).toEqual(['\r\n']);
  });

  test('what is no SIP is dropped and traced', async () => {
    const cluster = await Cluster.start();
    const alice = await cluster.rawPhone('1001');
    const whole = alice.compose(OPTIONS);
    const rubbish: (string | Buffer)[] = [
      'hello',
      'GET / HTTP/1.1\r\nHost: x\r\n\r\n',
      '\0\r\n\r\n',
      Buffer.from([0xff, 0xfe, 0x00, 0x0d, 0x0a, 0x0d, 0x0a, 0x0d, 0x0a]),
      whole.replace('SIP/2.0\r\n', 'SIP/9.9\r\n'),
      whole.replace(/CSeq:.*\r\n/, ''),
      whole.replace(/CSeq:.*\r\n/, 'CSeq: many OPTIONS\r\n'),
      whole.replace(/From:.*\r\n/, 'From: <<<>>>\r\n'),
      whole.replace(/Via:.*\r\n/, ''),
      whole.replace(/\r\n/g, '\n'),
      whole.slice(0, 60),
      `OPTIONS sip:${DOMAIN} SIP/2.0\r\n${'x: y\r\n'.repeat(2000)}\r\n`,
      'SIP/2.0 200 OK\r\n\r\n',
      'SIP/2.0 999 What\r\n\r\n',
    ];
    for (const text of rubbish) alice.send(text);
    await stillServes(alice);
    // That of another version is told so; the lines of From come back as they are, which is nothing that SIP.js would read.
    expect([statusesOf(alice), alice.oddments.all.map((text) => text.slice(0, 11))]).toEqual([
      [505, 200],
      ['SIP/2.0 400'],
    ]);
    expect(cluster.traced.all.filter((text) => text.includes('dropped')).length).toBe(rubbish.length);
  });

  test('what is wrong but can be answered is answered with 400', async () => {
    const cluster = await Cluster.start();
    const alice = await cluster.rawPhone('1001');
    const whole = alice.compose({ method: 'INVITE', uri: `sip:1002@${DOMAIN}`, headers: [alice.contact] });
    const broken = [
      whole.replace(/;branch=\w+/, ''),
      whole.replace(/(From:.*);tag=\w+/, '$1'),
      whole.replace('CSeq: 1 INVITE', 'CSeq: 1 BYE'),
      whole.replace('Content-Length: 0', 'Content-Length: 500'),
      whole.replace('Content-Length: 0\r\n\r\n', 'Content-Length: 3\r\n\r\nv=0'),
      whole.replace(/Contact:.*\r\n/, ''),
      whole.replace(/Contact:.*\r\n/, 'Contact: *\r\n'),
    ];
    for (const text of broken) alice.send(text);
    alice.send(whole.replaceAll('INVITE', 'ACK').replace(/;branch=\w+/, ''));
    await stillServes(alice);
    expect(statusesOf(alice)).toEqual([...broken.map(() => 400), 200]);
  });

  test('requests that belong nowhere get their answer', async () => {
    const cluster = await Cluster.start();
    const alice = await cluster.rawPhone('1001');
    const status = async (method: string, toTag?: string) =>
      (await alice.ask({ method, uri: `sip:1002@${DOMAIN}`, headers: [alice.contact], ...(toTag && { toTag }) }))
        .statusCode;
    const methods = ['BYE', 'CANCEL', 'INFO', 'PRACK', 'NOTIFY', 'MESSAGE', 'REFER', 'PUBLISH', 'UPDATE', 'DANCE'];
    const outside: unknown[] = [];
    const inside: unknown[] = [];
    for (const method of methods) outside.push(await status(method));
    for (const method of ['INVITE', 'BYE', 'SUBSCRIBE', 'REGISTER', 'PRACK'])
      inside.push(await status(method, 'nobody'));
    expect([outside, inside]).toEqual([
      [481, 481, 405, 481, 481, 405, 501, 405, 405, 405],
      [481, 481, 481, 481, 481],
    ]);
  });

  test('a frame beyond all measure closes its own socket and no other', async () => {
    const cluster = await Cluster.start();
    const [alice, bob] = await Promise.all([cluster.rawPhone('1001'), cluster.rawPhone('1002')]);
    alice.send('x'.repeat(70_000));
    expect([await alice.closed, await stillServes(bob)]).toEqual([1009, 200]);
  });

  test('a request at its last hop goes no further, and each hop is counted', async () => {
    const cluster = await Cluster.start();
    const [alice, bob] = await Promise.all([cluster.rawPhone('1001'), cluster.rawPhone('1002')]);
    await bob.register();
    const invite = { method: 'INVITE', uri: `sip:1002@${DOMAIN}`, body: SDP };
    const last = await alice.askWithPassword({ ...invite, headers: [alice.contact, 'Max-Forwards: 0'] });
    void alice.askWithPassword({ ...invite, headers: [alice.contact, 'Max-Forwards: 17'] });
    const carried = await bob.requested('INVITE');
    expect([last.statusCode, carried.getHeader('max-forwards'), cluster.story]).toEqual([
      483,
      '16',
      [told('1001', '1002', 'proceeding')],
    ]);
  });

  test('a request that has been through this server already is a loop', async () => {
    const cluster = await Cluster.start();
    const [alice, bob] = await Promise.all([cluster.phone('1001'), cluster.rawPhone('1002')]);
    await bob.register();
    await alice.call('1002');
    const { callId } = await bob.requested('INVITE');
    const returned = { method: 'INVITE', uri: `sip:1001@${DOMAIN}`, callId, headers: [bob.contact], body: SDP };
    expect((await bob.askWithPassword(returned)).statusCode).toBe(482);
  });

  test('a phone that answers nonsense harms only its own call', async () => {
    const cluster = await Cluster.start();
    const [alice, bob] = await Promise.all([cluster.phone('1001'), cluster.rawPhone('1002')]);
    await bob.register();
    const call = await alice.call('1002');
    const invite = await bob.requested('INVITE');
    const head = `Via: ${invite.getHeader('via')}\r\nFrom: ${invite.getHeader('from')}\r\nTo: <sip:1002@${DOMAIN}>;tag=b\r\nCall-ID: ${invite.callId}\r\nCSeq: 1 INVITE\r\n`;
    bob.send(`SIP/2.0 180 Ringing\r\n${head}\r\n`);
    bob.send(`SIP/2.0 200 OK\r\n${head}\r\n`);
    bob.send(`SIP/2.0 180 Ringing\r\n${head}Contact: <sip:b@b>\r\n\r\nbody without a type`);
    expect(await stillServes(bob)).toBe(200);
    await call.session.dispose();
    expect(await call.refusal).toBe(487);
  });

  test('mutilated copies of a real talk never bring the server down', async () => {
    const cluster = await Cluster.start();
    const [alice, bob] = await Promise.all([cluster.phone('1001'), cluster.phone('1002')]);
    const [call, incoming] = await alice.talkTo(bob);
    await call.hold(true);
    await incoming.hangUp();
    await call.ended();
    const talk = cluster.traced.all.flatMap((text) => text.split(/^#\d+ (?:<-|->) /).slice(1));
    const mallory = await cluster.rawPhone('1003');
    // A stranger would have been closed long before.
    await mallory.register();
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    for (let round = 0; round < 1_500; round += 1) {
      const text = talk[random(talk.length)] ?? '';
      const [from, to] = [random(text.length), random(text.length)];
      const piece = text.slice(Math.min(from, to), Math.min(from, to) + random(40));
      mallory.send(round % 3 === 0 ? text.replace(piece, '') : text.slice(0, from) + piece + text.slice(from));
    }
    expect(await stillServes(mallory)).toBe(200);
    await alice.ring(bob);
  });
});
