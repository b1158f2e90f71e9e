import { randomUUID } from 'node:crypto';
import { authorization } from '../../../src-main/sip/digest/authorization.ts';
import { chooseChallenge } from '../../../src-main/sip/digest/challenge.ts';
import { nodeDigestHash } from '../../../src-main/sip-transport/node-digest-hash.ts';
import { SipMessage } from '../../support/sip-peer/sip-message.ts';
import type { TransportStage } from '../../support/sip-text/transport-stage.ts';
import { waitFor } from '../../support/wait-for.ts';
import { DOMAIN, passwordOf } from './users.ts';

export interface Asked {
  readonly uri?: string;
  readonly to?: string;
  readonly callId?: string;
  readonly sequence?: number;
  readonly branch?: string;
  readonly more?: readonly string[];
  readonly body?: string;
}

/** What a user agent in the page says, written by hand: it knows no address of its own. */
export class PlainLine {
  #sequence = 0;

  constructor(
    readonly stage: TransportStage,
    readonly number: string,
  ) {}

  get messages(): readonly SipMessage[] {
    return this.stage.all('received').flatMap(({ text }) => SipMessage.parse(text) ?? []);
  }

  /** @returns the final response, after the password was asked for */
  async ask(method: string, asked: Asked = {}): Promise<SipMessage> {
    const first = await this.#answer(this.#send(method, asked));
    if (first.status !== 401 && first.status !== 407) return first;
    if (method === 'INVITE') this.#acknowledgeRefusal(first, asked);
    const [challenging, answering] =
      first.status === 401 ? ['www-authenticate', 'Authorization'] : ['proxy-authenticate', 'Proxy-Authorization'];
    const challenge = chooseChallenge(first.all(challenging));
    if (!challenge) throw new Error(`no challenge that we know: ${first.text}`);
    const credentials = { user: this.number, password: passwordOf(this.number) };
    const uri = asked.uri ?? `sip:${DOMAIN}`;
    const clientNonce = { value: randomUUID(), count: 1 };
    const proof = authorization(challenge, credentials, { method, uri }, clientNonce, nodeDigestHash);
    const again = { ...asked, callId: first.callId, more: [...(asked.more ?? []), `${answering}: ${proof}`] };
    return this.#answer(this.#send(method, again));
  }

  /** An ACK of a 2xx, and whatever else nobody answers. */
  tell(method: string, asked: Asked): void {
    this.#send(method, asked);
  }

  /** 200 OK to somebody's request, as the called end of a call. */
  accept(request: SipMessage, body = ''): void {
    const kept = request.text
      .split('\r\n')
      .filter((header) => /^(?:via|v|from|f|call-id|i|cseq|record-route):/i.test(header));
    const to = request.header('to');
    const lines = [
      'SIP/2.0 200 OK',
      ...kept,
      `To: ${to.includes('tag=') ? to : `${to};tag=${this.number}`}`,
      `Contact: <sip:${this.number}-page@page.invalid;transport=ws>`,
      ...(body === '' ? [] : ['Content-Type: application/sdp']),
      `Content-Length: ${Buffer.byteLength(body)}`,
      '',
      body,
    ];
    this.stage.sendText(lines.join('\r\n'));
  }

  #send(method: string, asked: Asked): string {
    const {
      uri = `sip:${DOMAIN}`,
      to = `<sip:${this.number}@${DOMAIN}>`,
      callId = randomUUID(),
      more = [],
      body = '',
    } = asked;
    const branch = asked.branch ?? `z9hG4bK${randomUUID()}`;
    const sequence = asked.sequence ?? ++this.#sequence;
    const lines = [
      `${method} ${uri} SIP/2.0`,
      `Via: SIP/2.0/WS page.invalid;branch=${branch}`,
      `From: <sip:${this.number}@${DOMAIN}>;tag=${this.number}`,
      `To: ${to}`,
      `Call-ID: ${callId}`,
      `CSeq: ${sequence} ${method}`,
      'Max-Forwards: 70',
      `Contact: <sip:${this.number}-page@page.invalid;transport=ws>`,
      ...more,
      ...(body === '' ? [] : ['Content-Type: application/sdp']),
      `Content-Length: ${Buffer.byteLength(body)}`,
      '',
      body,
    ];
    this.stage.sendText(lines.join('\r\n'));
    return branch;
  }

  #answer(branch: string): Promise<SipMessage> {
    return waitFor(
      'a final response',
      () => this.messages.find(({ status, text }) => status >= 200 && text.includes(branch)),
      { everyMs: 10, otherwise: () => JSON.stringify(this.stage.reports, null, 1) },
    );
  }

  #acknowledgeRefusal(refusal: SipMessage, asked: Asked): void {
    const branch = /branch=([^;,\s]+)/.exec(refusal.header('via'))?.[1] ?? '';
    this.#send('ACK', {
      uri: asked.uri ?? '',
      to: refusal.header('to'),
      callId: refusal.callId,
      sequence: refusal.sequence,
      branch,
    });
  }
}
