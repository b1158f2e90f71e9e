import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { systemClock } from '../../../src-main/base/system-clock.ts';
import {
  type MediaQuestion,
  type MediaReport,
  mediaQuestionSchema,
  mediaReportSchema,
  type OpenQuestion,
} from '../../../src-main/contract/media-gateway.ts';
import { openDatachannelLeg } from '../../../src-main/media-gateway/datachannel-leg.ts';
import { MediaGateway } from '../../../src-main/media-gateway/media-gateway.ts';

type Asked<Question> = Question extends MediaQuestion ? Omit<Question, 'id' | 'call'> : never;

/** The page's questions to a media gateway, as a test puts them. */
export class GatewayStage {
  readonly reports: MediaReport[] = [];
  /** What the page is to add, by the last description. */
  candidate: string | null = null;
  readonly #gateway: MediaGateway;
  #last = 0;

  constructor() {
    const parts = { openPageLeg: openDatachannelLeg, clock: systemClock, random: Math.random, randomBytes };
    // As it would come out of the other process.
    this.#gateway = new MediaGateway(parts, (report) =>
      this.reports.push(v.parse(mediaReportSchema, structuredClone(report))),
    );
  }

  open(parts: Partial<Omit<OpenQuestion, 'kind' | 'id'>> = {}): Promise<MediaReport> {
    const ports = { from: 20_000, to: 29_999 };
    return this.#ask(
      { kind: 'open', address: '127.0.0.1', publicAddress: null, srtp: 'off', ports, ...parts },
      parts.call,
    );
  }

  /** @returns the other side's description; throws the reason of a refusal */
  async describe(kind: 'pageOffer' | 'networkAnswer' | 'networkOffer' | 'pageAnswer', sdp: string): Promise<string> {
    const report = await this.#ask({ kind, sdp });
    if (report.kind === 'answer') {
      this.candidate = report.candidate;
      return report.sdp;
    }
    throw new Error(report.kind === 'refused' ? report.reason : report.kind);
  }

  async measure() {
    const report = await this.#ask({ kind: 'measure' });
    if (report.kind !== 'quality') throw new Error(report.kind);
    return report.quality;
  }

  close(): Promise<MediaReport> {
    return this.#ask({ kind: 'close' });
  }

  dispose(): void {
    this.#gateway.dispose();
  }

  async #ask(question: Asked<MediaQuestion>, call = 'call'): Promise<MediaReport> {
    const id = ++this.#last;
    await this.#gateway.answer(v.parse(mediaQuestionSchema, structuredClone({ ...question, id, call })));
    const report = this.reports.find((one) => 'id' in one && one.id === id);
    if (!report) throw new Error(`no answer to ${question.kind}`);
    return report;
  }
}
