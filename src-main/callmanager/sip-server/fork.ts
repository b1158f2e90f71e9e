import { Core } from 'sip.js';
import { redirectTargets } from '../../sip/redirect';
import type { Binding } from './bindings';
import type { Clock } from './clock';
import type { Connection } from './connection';
import { bestRefusal } from './response-choice';

/** A phone has answered. */
export interface Answer {
  readonly connection: Connection;
  readonly response: Core.AckableIncomingResponseWithSession;
}

export interface ForkEvents {
  onTrying(): void;
  onProgress(response: Core.IncomingResponseMessage): void;
  /** The first phone that answers; at most once, and nothing comes after it. */
  onAnswer(answer: Answer): void;
  /**
   * Every phone has refused, or is gone; at most once, and nothing comes after it.
   *
   * @param targets addresses that phones have named instead of themselves
   */
  onRefused(status: number, targets: readonly string[]): void;
}

interface Branch {
  readonly connection: Connection;
  readonly request: Core.OutgoingInviteRequest;
}

/**
 * One INVITE offered to every phone of a number at once; the first to answer has the call.
 *
 * ```
 *            ┌── 200 ──────────────────────────────► settled: the other phones are cancelled
 *  offered ──┼── every phone refused, or one 6xx ──► settled
 *            └── cancel() ─────────────────────────► settled: every phone is cancelled
 * ```
 */
export class Fork {
  readonly #branches = new Set<Branch>();
  readonly #refusals: number[] = [];
  readonly #targets: string[] = [];
  readonly #clock: Clock;
  readonly #events: ForkEvents;
  #settled = false;

  constructor(clock: Clock, events: ForkEvents) {
    this.#clock = clock;
    this.#events = events;
  }

  offer(bindings: readonly Binding[], makeInvite: (binding: Binding) => Core.OutgoingRequestMessage): void {
    for (const binding of bindings) {
      const { connection } = binding;
      const branch: Branch = {
        connection,
        request: connection.core.invite(makeInvite(binding), {
          onTrying: () => this.#settled || this.#events.onTrying(),
          onProgress: ({ message }) => this.#settled || this.#events.onProgress(message),
          onAccept: (response) => this.#answered(branch, response),
          onRedirect: ({ message }) => this.#redirected(branch, message),
          onReject: ({ message }) => this.#refused(branch, message.statusCode ?? 480),
        }),
      };
      this.#branches.add(branch);
    }
  }

  /** Where phones have sent the call instead, so far: the others may still answer it. */
  get targets(): readonly string[] {
    return this.#targets;
  }

  cancel(): void {
    if (this.#settled) return;
    this.#settled = true;
    this.#cancelBranches();
  }

  /** The phones on a connection that is gone have refused, in effect. */
  connectionLost(connection: Connection): void {
    for (const branch of this.#branches) {
      if (branch.connection === connection) this.#refused(branch, 480);
    }
  }

  #answered(branch: Branch, response: Core.AckableIncomingResponseWithSession): void {
    this.#branches.delete(branch);
    if (this.#settled) {
      // A 2xx that comes too late, after a CANCEL or from the slower of two phones. RFC 3261 section 13.2.2.4: "If, after
      // acknowledging any 2xx response to an INVITE, the UAC does not want to continue with that dialog, then the UAC
      // MUST terminate the dialog by sending a BYE request".
      response.ack();
      response.session.bye();
      return;
    }
    this.#settled = true;
    // RFC 3326: keeps the other phones from counting the call as missed.
    this.#cancelBranches('SIP;cause=200;text="Call completed elsewhere"');
    this.#events.onAnswer({ connection: branch.connection, response });
  }

  /** RFC 3261 section 16.7 step 4: whoever is named is tried, while the other phones go on ringing, or after them: here after. */
  #redirected(branch: Branch, message: Core.IncomingResponseMessage): void {
    const status = message.statusCode ?? 480;
    this.#targets.push(...redirectTargets(status, message.getHeaders('contact')));
    this.#refused(branch, status);
  }

  #refused(branch: Branch, status: number): void {
    this.#branches.delete(branch);
    if (this.#settled) return;
    this.#refusals.push(status);
    // RFC 3261 section 16.7 step 5: on a 6xx "the stateful proxy SHOULD cancel all client pending transactions".
    if (this.#branches.size > 0 && status < 600) return;
    this.#settled = true;
    this.#cancelBranches();
    // Step 6: a 6xx is the last word, and goes before any 3xx; a 3xx goes before the rest.
    this.#events.onRefused(bestRefusal(this.#refusals), status < 600 ? this.#targets : []);
  }

  #cancelBranches(reason?: string): void {
    for (const branch of this.#branches) {
      if (branch.connection.closed) continue;
      branch.request.cancel(reason);
      // RFC 3261 section 9.1: "If there is no final response for the original request in 64*T1 seconds... the client
      // SHOULD then consider the original transaction cancelled and SHOULD destroy the client transaction".
      this.#clock.after(64 * Core.Timers.T1, () => this.#forget(branch));
    }
  }

  #forget(branch: Branch): void {
    if (!this.#branches.delete(branch)) return;
    const clients = branch.connection.core.userAgentClients;
    for (const [id, client] of clients) {
      if (client.message === branch.request.message) clients.delete(id);
    }
    branch.request.dispose();
  }
}
