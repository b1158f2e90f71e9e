import type { Result } from '../../base/result';
import type { AccountForm } from '../../contract/account-form';
import type {
  AccountBook,
  AccountSecrets,
  FieldProblem,
  PhoneSystem,
  TestReport,
} from '../../contract/account-settings';
import { FormWindow } from '../pages/form-window';
import { answer, on } from '../pages/messages';

export interface AccountWindowPorts {
  book(): AccountBook;
  /** Done when it would outlive a power cut. */
  save(form: AccountForm, secrets: AccountSecrets): Promise<Result<AccountBook, readonly FieldProblem[]>>;
  remove(id: string): Promise<AccountBook>;
  test(run: string, form: AccountForm, secrets: AccountSecrets): Result<null, readonly FieldProblem[]>;
  endTest(): void;
  /** Done when the windows of what was chosen are open: an app without any window ends. */
  choose(system: PhoneSystem): void | Promise<void>;
  trace(text: string): void;
}

/** The window with the user's accounts, or with the choice of the first run. The app must be ready. */
export class AccountWindow {
  readonly #window: FormWindow;

  readonly #ports: AccountWindowPorts;

  constructor(ports: AccountWindowPorts) {
    this.#ports = ports;
    this.#window = new FormWindow('account', { title: 'Accounts', width: 920, height: 760 }, () => ports.endTest());
    const trace = (text: string): void => ports.trace(text);
    answer('account:load', trace, () => ports.book());
    answer('account:save', trace, ({ settings, secrets }) => ports.save(settings, secrets));
    answer('account:remove', trace, (one) => ports.remove(one));
    answer('account:test', trace, ({ run, settings, secrets }) => ports.test(run, settings, secrets));
    on('account:choose', trace, (system) => void this.#choose(system));
  }

  /** Opens the window, with the choice of the first run where nobody has chosen yet, or brings it to the front. */
  open(): void {
    if (this.#ports.book().system === null) this.#window.open('Welcome to Callback Phone', 'welcome');
    else this.#window.open();
  }

  report(report: TestReport): void {
    this.#window.send('account:testReport', report);
  }

  async #choose(system: PhoneSystem): Promise<void> {
    await this.#ports.choose(system);
    this.#window.close();
  }
}
