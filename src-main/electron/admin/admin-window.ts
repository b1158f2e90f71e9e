import * as v from 'valibot';
import type { Administration } from '../../callmanager/administration/administration';
import type { AdminBook } from '../../contract/admin';
import { adminFormSchema, removalSchema } from '../../contract/admin-forms';
import { CHANNELS } from '../../contract/channels';
import { FormWindow } from '../pages/form-window';
import { onRequest } from '../pages/messages';

/** The window "CallManager Administration". */
export class AdminWindow {
  readonly #window = new FormWindow('admin', { title: 'CallManager Administration', width: 920, height: 760 });
  readonly #endings: readonly (() => void)[];

  constructor(administration: Administration, trace: (text: string) => void) {
    const { admin } = CHANNELS;
    this.#endings = [
      onRequest('admin', admin.load, v.undefined(), trace, () => administration.book()),
      onRequest('admin', admin.save, adminFormSchema, trace, (form) => administration.save(form)),
      onRequest('admin', admin.remove, removalSchema, trace, (removal) => administration.remove(removal)),
    ];
  }

  /** The app must be ready. */
  open(): void {
    this.#window.open();
  }

  /** The database is another one than it was. */
  show(book: AdminBook): void {
    this.#window.send(CHANNELS.admin.book, book);
  }

  /** The phone system is going. */
  close(): void {
    for (const end of this.#endings) end();
    this.#window.close();
  }
}
