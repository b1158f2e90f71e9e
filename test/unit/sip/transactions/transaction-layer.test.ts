import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { TransactionLayer } from '../../../../src-main/sip/transactions/transaction-layer';
import { ManualClock } from '../../../support/manual-clock';
import { request, response } from '../../../support/sip-text/sip-text';

let clock: ManualClock;
let layer: TransactionLayer;
let sent: [at: number, text: string][];
let delivered: string[];
let unanswered: number[];

beforeEach(() => {
  clock = new ManualClock();
  [sent, delivered, unanswered] = [[], [], []];
  layer = new TransactionLayer(clock, {
    transmit: (text) => sent.push([clock.now(), text]),
    deliver: (text) => delivered.push(text),
    unanswered: () => unanswered.push(clock.now()),
  });
});

const times = (): readonly number[] => sent.map(([at]) => at);

const invite = request('INVITE');
const options = request('OPTIONS');

test('timer A: our INVITE goes out again after 0.5, 1, 2 … seconds, for 32 seconds', () => {
  layer.send(invite);
  clock.pass(60_000);
  expect(times()).toEqual([0, 500, 1_500, 3_500, 7_500, 15_500, 31_500]);
  expect([unanswered, clock.pending]).toEqual([[32_000], 0]);
});

test('timer E: another request goes out again, at most every 4 seconds, and seldom once somebody works on it', () => {
  layer.send(options);
  clock.pass(10_000);
  expect(times()).toEqual([0, 500, 1_500, 3_500, 7_500]);
  layer.receive(response(100, 'OPTIONS'));
  clock.pass(9_000);
  expect(times().slice(5)).toEqual([14_000, 18_000]);
  layer.receive(response(200, 'OPTIONS'));
  layer.receive(response(200, 'OPTIONS'));
  clock.pass(60_000);
  expect([sent.length, delivered.length, unanswered, clock.pending]).toEqual([7, 2, [], 0]);
});

test('a phone that rings is left in peace', () => {
  layer.send(invite);
  layer.receive(response(180, 'INVITE'));
  layer.receive(response(180, 'INVITE'));
  clock.pass(200_000);
  layer.receive(response(200, 'INVITE'));
  expect([times(), delivered.length, unanswered]).toEqual([[0], 3, []]);
});

test('timer D: a refusal is told once, and acknowledged each time', () => {
  layer.send(invite);
  layer.receive(response(486, 'INVITE'));
  layer.send(request('ACK'));
  layer.receive(response(486, 'INVITE'));
  layer.receive(response(180, 'INVITE'));
  layer.receive(response(486, 'INVITE'));
  expect(delivered).toEqual([response(486, 'INVITE')]);
  expect(sent.map(([, text]) => text)).toEqual([invite, request('ACK'), request('ACK'), request('ACK')]);
  clock.pass(32_000);
  expect(clock.pending).toBe(0);
});

test('timer M: each 2xx is told, since the user agent acknowledges them itself', () => {
  layer.send(invite);
  for (const callId of ['call-1', 'call-1']) layer.receive(response(200, 'INVITE', { callId }));
  layer.receive(response(486, 'INVITE'));
  expect(delivered.length).toBe(2);
});

test('an INVITE that comes again is told once, and answered with the last word', () => {
  layer.receive(invite);
  layer.receive(invite);
  layer.send(response(180, 'INVITE'));
  layer.receive(invite);
  expect(delivered).toEqual([invite]);
  expect(sent.map(([, text]) => text)).toEqual([response(180, 'INVITE'), response(180, 'INVITE')]);
});

test('timers G, H and I: a refusal is said again until it is acknowledged, and the ACK is told once', () => {
  layer.receive(invite);
  layer.send(response(486, 'INVITE'));
  clock.pass(8_000);
  expect(times()).toEqual([0, 500, 1_500, 3_500, 7_500]);
  layer.receive(request('ACK'));
  layer.receive(request('ACK'));
  layer.receive(invite);
  clock.pass(60_000);
  expect([sent.length, delivered, clock.pending]).toEqual([5, [invite, request('ACK')], 0]);
});

test('timer H: nobody who never acknowledges is spoken to for ever', () => {
  layer.receive(invite);
  layer.send(response(486, 'INVITE'));
  clock.pass(600_000);
  expect([sent.length, clock.pending]).toEqual([11, 0]);
});

test('timer J: a request that comes again within 32 seconds is answered again, and later is a new one', () => {
  layer.receive(options);
  layer.receive(options);
  layer.send(response(200, 'OPTIONS'));
  layer.receive(options);
  clock.pass(32_000);
  layer.receive(options);
  expect([delivered.length, sent.length]).toEqual([2, 2]);
});

test('CANCEL and INVITE have the same branch, and are two', () => {
  layer.receive(invite);
  layer.receive(request('CANCEL'));
  layer.send(response(200, 'CANCEL'));
  layer.send(response(487, 'INVITE'));
  layer.receive(request('CANCEL'));
  expect(delivered).toEqual([invite, request('CANCEL')]);
  expect(sent.map(([, text]) => text)).toEqual([
    response(200, 'CANCEL'),
    response(487, 'INVITE'),
    response(200, 'CANCEL'),
  ]);
});

test('what is no SIP is nothing, and a response to nothing is told', () => {
  layer.receive('\r\n\r\nhello');
  layer.receive(response(200, 'INVITE'));
  layer.send('hello');
  expect([delivered, sent]).toEqual([[response(200, 'INVITE')], []]);
});

test('whoever floods us with requests is not listened to for a while, and costs no more', () => {
  for (let at = 0; at < 3_000; at++) layer.receive(request('OPTIONS', { branch: `z9hG4bK${at}` }));
  expect([delivered.length, clock.pending]).toEqual([2_000, 2_000]);
  clock.pass(600_000);
  layer.receive(request('OPTIONS', { branch: 'z9hG4bKlater' }));
  expect(delivered.length).toBe(2_001);
});

test('two ends over a network that loses and doubles whatever it likes: each message is told, and told once', () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.constantFrom('lost', 'doubled', 'kept')), (fates) => {
      const time = new ManualClock();
      const heard: { readonly near: string[]; readonly far: string[] } = { near: [], far: [] };
      let lostInARow = 0;
      const carry = (to: () => TransactionLayer, text: string): void => {
        const drawn = fates.next().value;
        // Of three in a row one gets through: what is lost for 32 seconds is lost for the RFC too.
        const fate = drawn === 'lost' && lostInARow === 2 ? 'kept' : drawn;
        lostInARow = fate === 'lost' ? lostInARow + 1 : 0;
        for (let copies = fate === 'lost' ? 0 : fate === 'doubled' ? 2 : 1; copies > 0; copies--)
          time.after(20, () => to().receive(text));
      };
      const near: TransactionLayer = new TransactionLayer(time, {
        transmit: (text) => carry(() => far, text),
        deliver: (text) => {
          heard.near.push(text.slice(0, 11));
          if (text.includes('CSeq: 1 INVITE')) near.send(request('ACK'));
        },
        unanswered: () => heard.near.push('unanswered'),
      });
      const far: TransactionLayer = new TransactionLayer(time, {
        transmit: (text) => carry(() => near, text),
        deliver: (text) => {
          heard.far.push(text.slice(0, 7));
          if (text.startsWith('INVITE')) far.send(response(486, 'INVITE'));
          if (text.startsWith('OPTIONS')) far.send(response(200, 'OPTIONS', { branch: 'z9hG4bK2' }));
        },
        unanswered: () => undefined,
      });
      near.send(request('INVITE'));
      near.send(request('OPTIONS', { branch: 'z9hG4bK2' }));
      time.pass(120_000);
      expect([heard.near.toSorted(), [...new Set(heard.far)].toSorted(), heard.far.length, time.pending]).toEqual([
        ['SIP/2.0 200', 'SIP/2.0 486'],
        ['ACK sip', 'INVITE ', 'OPTIONS'],
        3,
        0,
      ]);
    }),
  );
});
