import * as v from 'valibot';
import { CHANNELS } from '../../contract/channels';
import { type Serviceability, serviceabilityActionSchema } from '../../contract/serviceability';
import { FormWindow } from '../pages/form-window';
import { onMessage, onRequest } from '../pages/messages';

/** The window "CallManager Serviceability". */
export class ServiceabilityWindow {
  readonly #window = new FormWindow('serviceability', {
    title: 'CallManager Serviceability',
    width: 960,
    height: 760,
  });
  readonly #endings: readonly (() => void)[];

  constructor(serviceability: Serviceability, trace: (text: string) => void) {
    const channels = CHANNELS.serviceability;
    this.#endings = [
      onRequest('serviceability', channels.load, v.undefined(), trace, () => serviceability.serviceability()),
      onMessage('serviceability', channels.act, serviceabilityActionSchema, trace, (action) =>
        serviceability.act(action),
      ),
      serviceability.onDidChange(() => {
        if (this.#window.isOpen) this.#window.send(channels.report, serviceability.serviceability());
      }),
    ];
  }

  /** The app must be ready. */
  open(): void {
    this.#window.open();
  }

  /** The phone system is going. */
  close(): void {
    for (const end of this.#endings) end();
    this.#window.close();
  }
}
