import type { Core } from 'sip.js';
import { relayedBody } from './bodies';
import type { CallLeg } from './call-leg';
import type { Party } from './ports';
import {
  type DialogName,
  dialogOfPhone,
  dialogOfServer,
  isSameDialog,
  parseReferTo,
  type ReferTo,
  writeReferTo,
} from './replaces';

/** One end of a call that stands. */
export interface CallEnd {
  readonly leg: CallLeg;
  readonly party: Party;
}

/** The end whose phone itself goes by that name of the dialog. */
export const endOfPhone = (ends: readonly CallEnd[], name: DialogName): CallEnd | undefined =>
  ends.find(({ leg }) => isSameDialog(dialogOfPhone(leg), name));

/** A phone names its dialog with us to somebody else: the other end of that call is meant. */
export function endBehind([one, other]: readonly CallEnd[], name: DialogName): CallEnd | undefined {
  if (!one || !other) return undefined;
  if (isSameDialog(dialogOfServer(one.leg), name)) return other;
  return isSameDialog(dialogOfServer(other.leg), name) ? one : undefined;
}

/** Where somebody is to be sent, as the phone that is sent has to be told; null = there is no such call. */
export type FindTarget = (asked: ReferTo) => ReferTo | null;

/**
 * Carries a transfer (RFC 5589) from the phone that asks for it to the one that is sent on, which makes the call itself, and
 * the news of that call back.
 *
 * ```
 *  transferor                us                     transferee
 *    │── REFER ─────────────►│── REFER ─────────────►│
 *    │◄──────────────── 202 ─│◄──────────────── 202 ─│── INVITE … to the target
 *    │◄── NOTIFY, 180, 200 ──│◄── NOTIFY, 180, 200 ──│
 *    │── BYE ───────────────►│── BYE ───────────────►│
 * ```
 * The dialog that is to be replaced is one between the transferor and us: the transferee has to name the one between us and
 * the target.
 *
 * @returns false where it was refused at once
 */
export function relayRefer(
  request: Core.IncomingReferRequest,
  {
    asked,
    referredBy,
    findTarget,
  }: { readonly asked: CallLeg; readonly referredBy: string; readonly findTarget: FindTarget },
): boolean {
  const refuse = (statusCode: number): false => {
    request.reject({ statusCode });
    return false;
  };
  if (asked.over) return refuse(481);
  const wanted = parseReferTo(request.message);
  if (!wanted) return refuse(400);
  const target = findTarget(wanted);
  if (!target) return refuse(404);
  asked.session.refer(
    {
      onAccept: ({ message }) => request.accept({ statusCode: message.statusCode ?? 202 }),
      onReject: ({ message }) => request.reject({ statusCode: message.statusCode ?? 480 }),
      onRedirect: () => request.reject({ statusCode: 480 }),
    },
    {
      extraHeaders: [
        `Refer-To: ${writeReferTo(target.uri.toString(), target.replaces)}`,
        `Referred-By: <${referredBy}>`,
        `Contact: ${asked.connection.contact}`,
      ],
    },
  );
  return true;
}

/** RFC 3515, 2.4.4: how the transferee's call goes on. */
export function relayReferNotify(request: Core.IncomingNotifyRequest, transferor: CallLeg): void {
  const { message } = request;
  if (transferor.over) {
    request.reject({ statusCode: 481 });
    return;
  }
  transferor.session.notify(
    {
      onAccept: () => request.accept({ statusCode: 200 }),
      onReject: ({ message: answer }) => request.reject({ statusCode: answer.statusCode ?? 481 }),
      onRedirect: () => request.reject({ statusCode: 481 }),
    },
    {
      ...relayedBody(message),
      extraHeaders: [
        'Event: refer',
        `Subscription-State: ${message.getHeader('subscription-state') ?? 'active'}`,
        `Contact: ${transferor.connection.contact}`,
      ],
    },
  );
}
