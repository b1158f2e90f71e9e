import type { Core, URI, UserAgent } from 'sip.js';
import type { Clock } from '../clock';
import { secondsIn } from '../seconds';
import { statusFromFar } from '../sip-js-fixes/answer-from-far';
import { Term } from './term';

interface Wish {
  readonly body: string;
  /** Seconds; 0 removes it. */
  readonly expires: number;
}

type Purpose = 'tell' | 'refresh' | 'remove';

/**
 * Keeps one state of ours at a server (RFC 3903). One PUBLISH is under way at a time; a wish that comes meanwhile is
 * granted after it, the last of several only.
 *
 *     nothing --tell--> standing <--tell, refresh--> standing --remove--> nothing
 *        ^                 |
 *        '-- connection lost, or the server knows our tag no more (412): told anew, as for the first time
 *
 * Not SIP.js's Publisher: it throws from a timer where a server gives no entity tag, and lets the second PUBLISH leave
 * before the first is answered, with a tag that is none by then.
 */
export class Publication {
  #userAgent: UserAgent | null = null;
  #wish: Wish | null = null;
  #next: Wish | null = null;
  #underWay = false;
  /** RFC 3903, 4.1: names what we have published. */
  #entityTag: string | null = null;
  readonly #term: Term;

  readonly #target: URI;
  readonly #onAnswer: (status: number | null) => void;

  constructor(
    target: URI,
    clock: Clock,
    /** How a PUBLISH was answered that somebody asked for, or a refresh that failed; null where no server answered. */
    onAnswer: (status: number | null) => void,
  ) {
    this.#target = target;
    this.#onAnswer = onAnswer;
    this.#term = new Term(clock, {
      onRenewal: () => this.#send('refresh'),
      onExpired: () => {
        this.#entityTag = null;
      },
    });
  }

  /** Whether nothing stands, and nothing is to. */
  get isGone(): boolean {
    return this.#wish === null && this.#next === null && !this.#underWay;
  }

  /** The line has registered. */
  begin(userAgent: UserAgent): void {
    this.#userAgent = userAgent;
    if (this.#wish !== null) this.#send('tell');
  }

  /** The line has no connection; what was published is told anew on the next. */
  lose(): void {
    const waiting = this.#underWay;
    this.#userAgent = null;
    this.#forget();
    this.#wish = this.#next ?? this.#wish;
    this.#next = null;
    if (this.#wish?.expires === 0) this.#wish = null;
    if (waiting) this.#onAnswer(null);
  }

  want(wish: Wish): void {
    if (this.#underWay) {
      this.#next = wish;
      return;
    }
    this.#wish = wish.expires === 0 ? null : wish;
    if (this.#userAgent === null) this.#onAnswer(null);
    else this.#send(wish.expires === 0 ? 'remove' : 'tell');
  }

  #send(purpose: Purpose): void {
    if (this.#userAgent === null || this.#underWay) return;
    const core = this.#userAgent.userAgentCore;
    const self = this.#userAgent.configuration.uri;
    const expires = purpose === 'remove' ? 0 : (this.#wish?.expires ?? 0);
    // RFC 3903, 4: a refresh and a removal have no body, but need the tag of what they mean.
    const content = this.#entityTag === null || purpose === 'tell' ? (this.#wish?.body ?? '') : '';
    const body: Core.Body | undefined =
      content === '' ? undefined : { contentDisposition: 'render', contentType: 'application/pidf+xml', content };
    const headers = ['Event: presence', `Expires: ${expires}`];
    if (this.#entityTag !== null) headers.push(`SIP-If-Match: ${this.#entityTag}`);
    const message = core.makeOutgoingRequestMessage('PUBLISH', this.#target, self, this.#target, {}, headers, body);
    const answered = ({ message: response }: Core.IncomingResponse): void => this.#answered(purpose, response);
    this.#underWay = true;
    core.request(message, { onAccept: answered, onRedirect: answered, onReject: answered });
  }

  #answered(purpose: Purpose, message: Core.IncomingResponseMessage): void {
    if (!this.#underWay) return;
    this.#underWay = false;
    const status = statusFromFar(message);
    if (this.#next === null && this.#mended(purpose, status, message)) return;
    const accepted = status !== null && status < 300;
    if (purpose === 'remove') this.#forget();
    else if (accepted) this.#stands(message);
    if (purpose !== 'refresh' || !accepted) this.#onAnswer(status);
    const next = this.#next;
    this.#next = null;
    if (next !== null) this.want(next);
  }

  /** Whether the refusal was one that another PUBLISH may mend, and that is under way. */
  #mended(purpose: Purpose, status: number | null, message: Core.IncomingResponseMessage): boolean {
    if (this.#wish === null) return false;
    const least = secondsIn(message.getHeader('min-expires')) ?? 0;
    // RFC 3903, 4.3 and 4.4: the tag is forgotten, and the state told as for the first time.
    if (status === 412 && this.#entityTag !== null) this.#forget();
    else if (status === 423 && least > this.#wish.expires) this.#wish = { ...this.#wish, expires: least };
    else return false;
    this.#send(purpose);
    return true;
  }

  #stands(message: Core.IncomingResponseMessage): void {
    this.#entityTag = message.getHeader('sip-etag') ?? null;
    this.#term.begin();
    this.#term.grant(secondsIn(message.getHeader('expires')) ?? this.#wish?.expires ?? 0);
  }

  #forget(): void {
    this.#underWay = false;
    this.#entityTag = null;
    this.#term.begin();
  }
}
