import type { Administration } from '../../callmanager/administration/administration';
import type { AdminBook } from '../../contract/admin';
import { FormWindow } from '../pages/form-window';
import { answer } from '../pages/messages';

/** The window "CallManager Administration". */
export class AdminWindow {
  readonly #window = new FormWindow('admin', { title: 'CallManager Administration', width: 920, height: 760 });
  readonly #endings: readonly (() => void)[];

  constructor(administration: Administration, trace: (text: string) => void) {
    this.#endings = [
      answer('admin:load', trace, () => administration.book()),
      answer('admin:save', trace, (form) => administration.save(form)),
      answer('admin:remove', trace, (removal) => administration.remove(removal)),
    ];
  }

  /** The app must be ready. */
  open(): void {
    this.#window.open();
  }

  /** The database is another one than it was. */
  show(book: AdminBook): void {
    this.#window.send('admin:book', book);
  }

  /** The phone system is going. */
  close(): void {
    for (const end of this.#endings) end();
    this.#window.close();
  }
}
