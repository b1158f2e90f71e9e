import type { Binding } from './bindings';
import type { DiversionReason } from './diversion';
import type { LineFeatures, Party, SipServerPorts } from './ports';

/** Where a call goes that has come to some number. */
export type Hop =
  | {
      readonly kind: 'ring';
      readonly called: Party;
      readonly bindings: readonly Binding[];
      /** Seconds; null = as long as any phone may ring. */
      readonly ringSeconds: number | null;
      /** The call may yet go on to another number. */
      readonly forwards: boolean;
    }
  | { readonly kind: 'forward'; readonly target: string; readonly reason: DiversionReason }
  | { readonly kind: 'refuse'; readonly status: number }
  /** To whom phones have named instead of themselves (3xx). */
  | { readonly kind: 'detour' };

export interface RouterPorts extends Pick<SipServerPorts, 'findUser' | 'featuresOf' | 'isBusy' | 'refusesCalls'> {
  contactsOf(number: string): readonly Binding[];
  /** The calls that the phone has part in on that line, each as connected (true) or not (false). */
  callsOf(binding: Binding): readonly boolean[];
}

/** Decides by the configuration of a number, and by what its phones do, whether they ring, or where the call goes instead. */
export class Router {
  readonly #ports: RouterPorts;

  constructor(ports: RouterPorts) {
    this.#ports = ports;
  }

  arrived(number: string, caller: Party): Hop {
    const user = this.#ports.findUser(number);
    const features = this.#ports.featuresOf(number);
    if (!user && !features) return { kind: 'refuse', status: 404 };
    if (features?.forwardAll) return { kind: 'forward', target: features.forwardAll, reason: 'unconditional' };
    const bindings = this.#ports.contactsOf(number);
    if (!user) return { kind: 'refuse', status: 480 };
    // Nobody can call himself: that is busy, and no reason to forward anything.
    if (number === caller.number) return { kind: 'refuse', status: 486 };
    if (bindings.length === 0) return this.refused(number, 480);
    // Of the phones that share a line, those ring that have their hands free.
    const free = bindings.filter((binding) => !this.#isBusy(binding, features));
    if (free.length === 0) return this.refused(number, 486);
    const forwards = features !== undefined && (features.forwardBusy ?? features.forwardNoAnswer) !== null;
    const ringSeconds = features?.forwardNoAnswer ? features.ringSeconds : null;
    return { kind: 'ring', called: user, bindings: free, ringSeconds, forwards };
  }

  /** Its phones have refused the call, or were not asked for the same reason. */
  refused(number: string, status: number): Hop {
    const { forwardBusy, forwardNoAnswer } = this.#ports.featuresOf(number) ?? {};
    if (forwardBusy && (status === 486 || status === 600))
      return { kind: 'forward', target: forwardBusy, reason: 'user-busy' };
    // A phone that is not there answers no call.
    if (forwardNoAnswer && status === 480) return { kind: 'forward', target: forwardNoAnswer, reason: 'unavailable' };
    return { kind: 'refuse', status };
  }

  /** It is a number of this cluster. */
  knows(number: string): boolean {
    return (this.#ports.findUser(number) ?? this.#ports.featuresOf(number)) !== undefined;
  }

  /** @param deflected where some of its phones have sent the call meanwhile; null = nowhere */
  notAnswered(number: string, deflected: Hop | null): Hop {
    const target = this.#ports.featuresOf(number)?.forwardNoAnswer;
    if (target) return { kind: 'forward', target, reason: 'no-answer' };
    return deflected ?? { kind: 'refuse', status: 480 };
  }

  /** Call waiting lets one more call through to whoever talks; who dials, calls or is called has his hands full. */
  #isBusy(binding: Binding, features: LineFeatures | undefined): boolean {
    if (this.#ports.refusesCalls(binding.device)) return true;
    const calls = this.#ports.callsOf(binding);
    if (calls.length === 0) return this.#ports.isBusy(binding.number, binding.device);
    return !(features?.callWaiting && calls.length === 1 && calls[0] === true);
  }
}
