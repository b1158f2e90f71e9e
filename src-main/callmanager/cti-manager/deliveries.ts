import type { Delivery } from '../../contract/cti-applications';

/** More than a phone can have Call Backs. */
const MAX_OF_A_PHONE = 32;

/** What the phones have been sent that nobody is to send twice. It is known as long as the phones show it: until CallManager stops. */
export class Deliveries {
  readonly #byDevice = new Map<string, readonly string[]>();

  add(device: string, delivery: string): void {
    const before = (this.#byDevice.get(device) ?? []).filter((other) => other !== delivery);
    this.#byDevice.set(device, [...before, delivery].slice(-MAX_OF_A_PHONE));
  }

  forget(device: string): void {
    this.#byDevice.delete(device);
  }

  list(): Delivery[] {
    return [...this.#byDevice].flatMap(([device, deliveries]) => deliveries.map((delivery) => ({ device, delivery })));
  }
}
