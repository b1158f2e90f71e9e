import { type Session, SessionState } from 'sip.js';
import { SIP_FRAGMENT, writeFragment } from './sip-fragment';

/** Seconds that the transferor may believe us that we go on trying: longer than anybody rings. */
export const LASTS = 300;

/** RFC 3515, 2.2, and RFC 6665: in REFER and in NOTIFY a Contact is mandatory; SIP.js leaves it to us. */
export const contactOf = ({ userAgent }: Session): string => `Contact: ${userAgent.contact}`;

/** Tells whoever has sent us on how the call goes that he has caused (RFC 3515, 2.4.4), until it is answered or refused. */
export class ReferralReport {
  static readonly #sentOn = new WeakSet<Session>();
  readonly #event: string;
  #last = 0;

  readonly #session: Session;

  /**
   * @param session the call that the REFER came in
   * @param sequence the REFER's CSeq
   */
  constructor(session: Session, sequence: number) {
    this.#session = session;
    // RFC 3515, 2.4.6: of several in one call all but the first are told by their CSeq.
    this.#event = ReferralReport.#sentOn.has(session) ? `Event: refer;id=${sequence}` : 'Event: refer';
    ReferralReport.#sentOn.add(session);
  }

  /** @param status of SIP; a final one is the last word */
  tell(status: number): void {
    if (this.#last >= 200 || status === this.#last) return;
    this.#last = status;
    const { dialog } = this.#session;
    if (dialog === undefined || this.#session.state !== SessionState.Established) return;
    const state = status < 200 ? `active;expires=${LASTS}` : 'terminated;reason=noresource';
    dialog.notify(undefined, {
      extraHeaders: [this.#event, `Subscription-State: ${state}`, contactOf(this.#session)],
      body: { contentDisposition: 'render', contentType: SIP_FRAGMENT, content: writeFragment(status) },
    });
  }
}
