/**
 * What the media gateway adds to a voice on its way, with several calls at once, and what a call costs. Phones, pages and the
 * clock are in this process, the gateway in one of its own; beside it the same packets go from socket to socket.
 * Run with: npm run bench -- media-gateway CALLS=10 SECONDS=20
 */
import { fork } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { MediaQuestion } from '../../src-main/contract/media-gateway.ts';
import { readSdp } from '../../src-main/media-gateway/sdp/read-sdp.ts';
import { serveGateway } from '../support/media/gateway-process.ts';
import { networkSdp, rtpPacket } from '../support/media/media-sdp.ts';
import { PageVoice } from '../support/media/page-voice.ts';
import { PhoneVoice } from '../support/media/phone-voice.ts';
import { waitFor } from '../support/wait-for.ts';
import { median, quantile } from './figures.ts';

const CALLS = Number(process.env.CALLS ?? 10);
const SECONDS = Number(process.env.SECONDS ?? 20);

// This file is started twice: by whoever asks for the bench, and by itself for the gateway.
if (process.send) {
  serveGateway();
  await once(process, 'disconnect');
  process.exit(0);
}

const gateway = fork(import.meta.filename);

type Words = { readonly id?: number; readonly kind: string; readonly sdp?: string; readonly microseconds?: number };
const said: Words[] = [];
gateway.on('message', (words: Words) => said.push(words));

let last = 0;
async function ask(question: Record<string, unknown>): Promise<string> {
  const id = ++last;
  gateway.send({ ...question, id } as unknown as MediaQuestion);
  const { kind, sdp = '' } = await waitFor('an answer', () => said.find((words) => words.id === id), { everyMs: 2 });
  if (kind !== 'answer') throw new Error(`${kind} to ${JSON.stringify(question)}`);
  return sdp;
}

async function cpu(): Promise<number> {
  said.length = 0;
  gateway.send('cpu');
  return (await waitFor('the processor time', () => said.find(({ kind }) => kind === 'cpu')?.microseconds)) / 1_000;
}

/** A packet that says when it left. */
function stamped(sequence: number): Buffer {
  const packet = rtpPacket(sequence);
  packet.writeDoubleBE(performance.now(), 12);
  return packet;
}

const delays = { toPage: [] as number[], toPhone: [] as number[], direct: [] as number[] };
/** Arrivals are looked at as they come: the arrays of the voices are emptied. */
function watch(heard: Buffer[], kept: number[]): void {
  heard.push = (...packets: Buffer[]) => {
    for (const packet of packets) if (packet.length === 172) kept.push(performance.now() - packet.readDoubleBE(12));
    return 0;
  };
}

async function openCall(call: string) {
  const [page, phone] = [new PageVoice(), await PhoneVoice.open()];
  watch(page.heard, delays.toPage);
  watch(phone.heard, delays.toPhone);
  const ports = { from: 20_000, to: 29_999 };
  await ask({ kind: 'open', call, address: '127.0.0.1', publicAddress: null, srtp: 'off', ports });
  const offered = await ask({ kind: 'pageOffer', call, sdp: await page.offer() });
  page.accept(await ask({ kind: 'networkAnswer', call, sdp: networkSdp(...phone.describe('0')) }));
  await waitFor('the way to the page', () => page.isOpen);
  return { page, phone, port: readSdp(offered)[0]?.port ?? 0 };
}

const [from, to] = [createSocket('udp4'), createSocket('udp4')];
for (const socket of [from, to]) await once(socket.bind(0, '127.0.0.1'), 'listening');
to.on('message', (packet) => delays.direct.push(performance.now() - packet.readDoubleBE(12)));

const calls = [];
for (let at = 0; at < CALLS; at++) calls.push(await openCall(`call ${at}`));
let sequence = 0;
const speaking = calls.map(({ page, phone, port }, at) =>
  setTimeout(
    () => {
      speaking[at] = setInterval(() => {
        page.say(stamped(++sequence));
        phone.say(stamped(sequence), port);
        if (at === 0) from.send(stamped(sequence), to.address().port, '127.0.0.1');
      }, 20);
    },
    (20 * at) / CALLS,
  ),
);
await pause(1_000);
for (const kept of Object.values(delays)) kept.length = 0;
const before = await cpu();
await pause(1_000 * SECONDS);
const spent = (await cpu()) - before;
for (const timer of speaking) clearInterval(timer);

const line = (name: string, values: readonly number[]): string =>
  `${name}: n=${values.length} median ${median(values).toFixed(3)} p95 ${quantile(values, 0.95).toFixed(3)} ` +
  `p99 ${quantile(values, 0.99).toFixed(3)} max ${Math.max(...values).toFixed(3)} ms`;
console.log(`${CALLS} calls, ${SECONDS} s, ${CALLS * SECONDS * 50} packets each way`);
console.log(line('socket to socket', delays.direct));
console.log(line('phone to page', delays.toPage));
console.log(line('page to phone', delays.toPhone));
console.log(`processor: ${((100 * spent) / (1_000 * SECONDS) / CALLS).toFixed(2)} % of a core for each call`);

for (const { page, phone } of calls) {
  page.close();
  phone.close();
}
from.close();
to.close();
gateway.disconnect();
process.exit(0);
