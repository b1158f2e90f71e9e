import { missingCase } from '../base/missing-case';
import type { Result } from '../base/result';
import type { MediaQuestion, MediaRefusal, MediaReport, OpenQuestion } from '../contract/media-gateway';
import type { Description } from './call-descriptions';
import { MediaCall, type MediaCallParts } from './media-call';
import { openPortPair } from './port-pair';

export interface MediaGatewayParts extends MediaCallParts {
  /** 0 to 1 */
  readonly random: () => number;
}

/** All calls of one page. */
export class MediaGateway {
  readonly #calls = new Map<string, MediaCall>();
  readonly #parts: MediaGatewayParts;
  readonly #report: (report: MediaReport) => void;

  constructor(parts: MediaGatewayParts, report: (report: MediaReport) => void) {
    this.#parts = parts;
    this.#report = report;
  }

  async answer(question: MediaQuestion): Promise<void> {
    const { id } = question;
    if (question.kind === 'open') return this.#open(question);
    const call = this.#calls.get(question.call);
    if (!call) return this.#report({ kind: 'refused', id, reason: 'noSuchCall' });
    switch (question.kind) {
      case 'pageOffer':
        return this.#described(id, await call.descriptions.pageOffer(question.sdp));
      case 'networkAnswer':
        return this.#described(id, call.descriptions.networkAnswer(question.sdp));
      case 'networkOffer':
        return this.#described(id, await call.descriptions.networkOffer(question.sdp));
      case 'pageAnswer':
        return this.#described(id, call.descriptions.pageAnswer(question.sdp));
      case 'measure':
        return this.#report({ kind: 'quality', id, quality: call.quality() });
      case 'close':
        this.#calls.delete(question.call);
        call.dispose();
        return this.#report({ kind: 'answer', id, sdp: '', candidate: null });
      default:
        missingCase(question);
    }
  }

  /** The page is gone. */
  dispose(): void {
    for (const call of this.#calls.values()) call.dispose();
    this.#calls.clear();
  }

  async #open(question: OpenQuestion): Promise<void> {
    const { id, call, address, ports } = question;
    const sockets = await openPortPair(address, ports, this.#parts.random);
    if (sockets === null) return this.#report({ kind: 'refused', id, reason: 'noPort' });
    this.#calls.get(call)?.dispose();
    const media = new MediaCall(question, sockets, this.#parts, {
      onReady: () => this.#report({ kind: 'ready', call }),
      onBroken: () => this.#report({ kind: 'broken', call }),
      onSilence: (silent) => this.#report({ kind: 'silence', call, silent }),
    });
    this.#calls.set(call, media);
    this.#report({ kind: 'answer', id, sdp: '', candidate: null });
  }

  #described(id: number, described: Result<Description, MediaRefusal>): void {
    if (described.ok) this.#report({ kind: 'answer', id, ...described.value });
    else this.#report({ kind: 'refused', id, reason: described.error });
  }
}
