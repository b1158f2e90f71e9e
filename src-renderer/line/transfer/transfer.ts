import type { Core, Notification, Session, URI } from 'sip.js';
import type { Cancel, Clock } from '../clock';
import { statusFromFar } from '../sip-js-fixes/answer-from-far';
import { contactOf, LASTS } from './referral-report';
import { readFragment } from './sip-fragment';

/** Seconds: RFC 6665, 4.1.2.4: so long after a SUBSCRIBE, which a REFER is as well, there must have been a NOTIFY. */
const TIMER_N = 32;

export interface TransferEvents {
  /** As in the line port's transferProgress. Nothing comes after `done`. */
  onProgress(status: number | null, done: boolean): void;
}

/** Who the far end is to call: an address, and for an attended transfer the dialog that it is to take the place of. */
export interface ReferTarget {
  readonly address: string;
  readonly replaces: string | null;
}

/**
 * Sends the far end of a call to somebody else (RFC 5589), and tells how that goes.
 *
 * ```
 *   asked ──202──> following ──NOTIFY with a final status──> done
 *     └─────refused──────┴──the subscription ends, or nobody tells any more──> done
 * ```
 */
export class Transfer {
  #stopWaiting: Cancel = () => {};
  #last: number | null = null;
  #done = false;

  readonly #clock: Clock;
  readonly #events: TransferEvents;

  /** @throws Error where the call is not connected */
  constructor(session: Session, target: ReferTarget, clock: Clock, events: TransferEvents) {
    this.#clock = clock;
    this.#events = events;
    const { dialog } = session;
    if (dialog === undefined) throw new Error('A call that is not connected is to be transferred');
    const refused = ({ message }: Core.IncomingResponse): void => this.#finish(statusFromFar(message));
    dialog.refer(
      { onAccept: () => this.#accepted(), onReject: refused, onRedirect: refused },
      { extraHeaders: [`Refer-To: ${referTo(target)}`, `Referred-By: <${dialog.localURI}>`, contactOf(session)] },
    );
  }

  /** A NOTIFY within the call. */
  hear({ request }: Notification): void {
    const status = readFragment(request.body);
    const over = /^terminated/i.test(request.getHeader('subscription-state') ?? '');
    if (status !== null && status >= 200) this.#finish(status);
    // RFC 3515, 2.4.7: nobody tells any more. A provisional status is no end.
    else if (over) this.#finish(null);
    else {
      const expires = /;\s*expires\s*=\s*(\d{1,9})/i.exec(request.getHeader('subscription-state') ?? '')?.[1];
      this.#wait(Math.min(LASTS, Number(expires ?? LASTS)) + TIMER_N);
      if (status !== null) this.#tell(status);
    }
  }

  /** The call is over: there is nothing left to tell of. */
  end(): void {
    this.#stopWaiting();
    this.#done = true;
  }

  #accepted(): void {
    // The first NOTIFY may be faster than the answer.
    if (this.#last === null) this.#wait(TIMER_N);
    this.#tell(100);
  }

  /** Whoever has accepted, and tells nothing, must not keep a caller on hold for ever. */
  #wait(seconds: number): void {
    if (this.#done) return;
    this.#stopWaiting();
    this.#stopWaiting = this.#clock.after(seconds * 1000, () => this.#finish(null));
  }

  #tell(status: number): void {
    // The answer to the REFER and the first NOTIFY say the same.
    if (this.#done || status === this.#last) return;
    this.#last = status;
    this.#events.onProgress(status, false);
  }

  #finish(status: number | null): void {
    if (this.#done) return;
    this.end();
    this.#events.onProgress(status, true);
  }
}

/** RFC 3891, 6.1: within an address the Replaces header is escaped. */
const referTo = ({ address, replaces }: ReferTarget): string =>
  replaces === null ? `<${address}>` : `<${address}?Replaces=${encodeURIComponent(replaces)}>`;

/** The dialog of a call as its far end has to name it (RFC 3891, 3): the tag of whoever is asked first. */
export function replacesOf(session: Session): ReferTarget | null {
  const { dialog } = session;
  if (dialog === undefined) return null;
  const own = session.userAgent.configuration.uri.host;
  const target = outsideDialog(dialog.remoteURI, dialog.remoteTarget, own).clone();
  target.clearHeaders();
  return {
    address: target.toString(),
    replaces: `${dialog.callId};to-tag=${dialog.remoteTag};from-tag=${dialog.localTag}`,
  };
}

/**
 * Where a third one reaches the far end of a call. A Contact holds within the dialog: a proxy such as Kamailio knows nobody
 * by it outside, least of all where a WebSocket is behind it (a case of RFC 5589, 7.5). The address of record leads there,
 * and Replaces finds the right one of its phones.
 *
 * @param domain of ours; what addresses of others mean, our server may not know: such a far end is named by its Contact
 */
export function outsideDialog(record: URI, contact: URI, domain: string): URI {
  // RFC 5627, 3.1: an address with "gr" is good anywhere.
  if (contact.hasParam('gr')) return contact;
  const known = record.user && record.host.toLowerCase() === domain.toLowerCase();
  return known ? record : contact;
}
