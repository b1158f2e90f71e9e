import { type Session, SessionState } from 'sip.js';
import { SIP_FRAGMENT, writeFragment } from './sip-fragment';

/** Seconds that the transferor may believe us that we go on trying: longer than anybody rings. */
export const LASTS = 300;

/** Tells whoever has sent us on how the call goes that he has caused (RFC 3515, 2.4.4), until it is answered or refused. */
export class ReferralReport {
  #last = 0;

  /** @param session the call that the REFER came in */
  constructor(private readonly session: Session) {}

  /** @param status of SIP; a final one is the last word */
  tell(status: number): void {
    if (this.#last >= 200 || status === this.#last) return;
    this.#last = status;
    const { dialog } = this.session;
    if (dialog === undefined || this.session.state !== SessionState.Established) return;
    const state = status < 200 ? `active;expires=${LASTS}` : 'terminated;reason=noresource';
    dialog.notify(undefined, {
      extraHeaders: ['Event: refer', `Subscription-State: ${state}`],
      body: { contentDisposition: 'render', contentType: SIP_FRAGMENT, content: writeFragment(status) },
    });
  }
}
