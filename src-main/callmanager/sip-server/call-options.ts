import type { Core } from 'sip.js';
import type { Call } from './call';
import type { Clock } from './clock';
import type { Connection } from './connection';
import type { Party } from './diversion';
import type { SipUser } from './ports';
import type { Router } from './router';
import type { FindTarget } from './transfer';

export interface CallOptions {
  readonly request: Core.IncomingInviteRequest;
  readonly connection: Connection;
  readonly caller: SipUser;
  readonly dialled: string;
  readonly domain: string;
  /** For the first INVITE that we send on; each forward takes one more. */
  readonly maxForwards: number;
  readonly noAnswerSeconds: number;
  readonly clock: Clock;
  readonly router: Router;
  readonly findTarget: FindTarget;
  /** The call's state is another one; `status` is that of a refused call. */
  readonly onChange: (call: Call, status: number | null) => void;
  /** One of the two keeps the other on hold, or does so no more. */
  readonly onHold: (call: Call, party: Party, on: boolean) => void;
  /** The call leaves the number where it was, by that cause; `offered`: phones there had been asked. */
  readonly onForward: (call: Call, left: Party, cause: number, offered: boolean) => void;
}
