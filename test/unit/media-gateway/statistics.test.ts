import { expect, test } from 'vitest';
import { plainReports, reportBlocks } from '../../../src-main/media-gateway/rtp/rtcp';
import { isRtcp, readRtp } from '../../../src-main/media-gateway/rtp/rtp-packet';
import { CallStatistics } from '../../../src-main/media-gateway/statistics/call-statistics';
import { mosOf } from '../../../src-main/media-gateway/statistics/mos';
import { lostOf, type ReceivedStream, received } from '../../../src-main/media-gateway/statistics/receiver';
import { rtpPacket } from '../../support/media/media-sdp';

/** Packets of these numbers, each at its time. */
function stream(packets: readonly (readonly [sequence: number, at: number])[], ssrc = 1): ReceivedStream {
  let state: ReceivedStream | null = null;
  for (const [sequence, at] of packets) {
    const timestamp = (160 * sequence) % 2 ** 32;
    state = received(state, { ssrc, sequence: sequence % 65_536, timestamp, payloadType: 0, length: 12 }, at, 8_000);
  }
  if (!state) throw new Error('no packets');
  return state;
}

const regular = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => [from + at, 20 * at] as const);

test('a regular stream has neither loss nor jitter, also where numbers begin anew', () => {
  const one = stream(regular(65_500, 200));
  expect([one.received, lostOf(one), one.jitter]).toEqual([200, 0, 0]);
});

test('what is missing is lost, what comes late is not', () => {
  const packets = regular(0, 100);
  expect(lostOf(stream(packets.filter(([sequence]) => sequence % 10 !== 5)))).toBe(10);
  const late = [...packets.slice(0, 50), ...packets.slice(51, 53), ...packets.slice(50, 51), ...packets.slice(53)];
  expect(lostOf(stream(late))).toBe(0);
});

test('RFC 3550, 6.4.1: jitter follows by a sixteenth of each difference', () => {
  // Every other packet is 10 ms late: each differs from the one before by 80 units.
  const wobbling = regular(0, 400).map(([sequence, at]) => [sequence, at + (sequence % 2) * 10] as const);
  expect(stream(wobbling).jitter).toBeCloseTo(80, 5);
});

test('another source, or a leap of numbers, begins anew', () => {
  const state = stream(regular(0, 100));
  const header = { ssrc: 2, sequence: 30_000, timestamp: 0, payloadType: 0, length: 12 };
  expect(received(state, header, 0, 8_000).received).toBe(1);
  expect(received(state, { ...header, ssrc: 1 }, 0, 8_000).received).toBe(1);
});

test('ITU-T G.107: from a perfect line to one that nobody understands', () => {
  const scores = [
    { loss: 0, delay: 0 },
    { loss: 0, delay: 150 },
    { loss: 0.02, delay: 50 },
    { loss: 0, delay: 400 },
    { loss: 0.1, delay: 100 },
    { loss: 1, delay: 1_000 },
  ].map((voice) => Math.round(100 * mosOf(voice)) / 100);
  expect(scores).toEqual([4.41, 4.33, 4.2, 3.05, 3.29, 1]);
});

/** A receiver report with one block, behind a browser's feedback. */
function receiverReport(lastReport: number, delay: number): Buffer {
  const report = Buffer.alloc(32);
  report.writeUInt32BE(0x81c90007);
  report.writeUInt32BE(0x0c000003, 12);
  report.writeUInt32BE(500, 16);
  report.writeUInt32BE(40, 20);
  report.writeUInt32BE(lastReport, 24);
  report.writeUInt32BE(delay, 28);
  return report;
}

const FEEDBACK = Buffer.from('8fce0005000000010000000052454d4200000000000000ff', 'hex');

test('reports lose what only browsers say, and what is broken off says nothing', () => {
  const report = receiverReport(7, 65_536);
  expect(plainReports(Buffer.concat([FEEDBACK, report]))).toEqual(report);
  expect(plainReports(FEEDBACK)).toBeNull();
  expect(reportBlocks(report)).toEqual([{ lost: 3, highestSequence: 500, jitter: 40, lastReport: 7, delay: 1 }]);
  for (let length = 0; length < report.length; length++) expect(reportBlocks(report.subarray(0, length))).toEqual([]);
  expect([isRtcp(report), isRtcp(rtpPacket(1)), readRtp(rtpPacket(1).subarray(0, 11))]).toEqual([true, false, null]);
});

test('what a call has been, of both ends', () => {
  const statistics = new CallStatistics();
  const senderReport = Buffer.alloc(28);
  senderReport.writeUInt32BE(0x80c80006);
  senderReport.writeUInt32BE(0xabcd_1234, 10);
  statistics.sentReport(senderReport, 1_000);
  statistics.heardReport(receiverReport(0xabcd_1234, 32_768), 1_640);
  for (let sequence = 0; sequence < 99; sequence++) {
    const header = readRtp(rtpPacket(sequence + Number(sequence > 50)));
    if (header) statistics.heardRtp(header, 'PCMA/8000', 20 * (sequence + Number(sequence > 50)));
    statistics.sentRtp('PCMA/8000');
  }
  expect(statistics.quality(true)).toEqual({
    codec: 'PCMA',
    encrypted: true,
    near: { packets: 99, lost: 1, jitter: 0 },
    far: { packets: 99, lost: 3, jitter: 5 },
    roundTrip: 140,
    mos: expect.closeTo(4.27, 1),
  });
});
