import type { Serviceability } from '../../contract/serviceability';
import { FormWindow } from '../pages/form-window';
import { answer, on } from '../pages/messages';

/** The window "CallManager Serviceability". */
export class ServiceabilityWindow {
  readonly #window = new FormWindow('serviceability', {
    title: 'CallManager Serviceability',
    width: 960,
    height: 760,
  });
  readonly #endings: readonly (() => void)[];

  constructor(serviceability: Serviceability, trace: (text: string) => void) {
    this.#endings = [
      answer('serviceability:load', trace, () => serviceability.serviceability()),
      on('serviceability:act', trace, (action) => serviceability.act(action)),
      serviceability.onDidChange(() => {
        if (this.#window.isOpen) this.#window.send('serviceability:report', serviceability.serviceability());
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
