import * as v from 'valibot';
import type { Result } from '../../base/result';
import {
  type AccountBook,
  type AccountSecrets,
  accountSecretsSchema,
  type FieldProblem,
  type PhoneSystem,
  phoneSystemSchema,
  type TestReport,
} from '../../contract/account-settings';
import { CHANNELS } from '../../contract/channels';
import { type AccountForm, accountFormSchema } from '../../pbx/account/account-form';
import { FormWindow } from '../pages/form-window';
import { onMessage, onRequest } from '../pages/messages';

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

const id = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/));
const saveSchema = v.strictObject({ settings: accountFormSchema, secrets: accountSecretsSchema });
const testSchema = v.strictObject({ run: id, ...saveSchema.entries });

/** The window with the user's accounts, or with the choice of the first run. The app must be ready. */
export class AccountWindow {
  readonly #window: FormWindow;

  readonly #ports: AccountWindowPorts;

  constructor(ports: AccountWindowPorts) {
    this.#ports = ports;
    this.#window = new FormWindow('account', { title: 'Accounts', width: 920, height: 760 }, () => ports.endTest());
    const { account } = CHANNELS;
    const trace = (text: string): void => ports.trace(text);
    onRequest('account', account.load, v.undefined(), trace, () => ports.book());
    onRequest('account', account.save, saveSchema, trace, ({ settings, secrets }) => ports.save(settings, secrets));
    onRequest('account', account.remove, id, trace, (one) => ports.remove(one));
    onRequest('account', account.test, testSchema, trace, ({ run, settings, secrets }) =>
      ports.test(run, settings, secrets),
    );
    onMessage('account', account.choose, phoneSystemSchema, trace, (system) => void this.#choose(system));
  }

  /** Opens the window, with the choice of the first run where nobody has chosen yet, or brings it to the front. */
  open(): void {
    if (this.#ports.book().system === null) this.#window.open('Welcome to Callback Phone', 'welcome');
    else this.#window.open();
  }

  report(report: TestReport): void {
    this.#window.send(CHANNELS.account.testReport, report);
  }

  async #choose(system: PhoneSystem): Promise<void> {
    await this.#ports.choose(system);
    this.#window.close();
  }
}
