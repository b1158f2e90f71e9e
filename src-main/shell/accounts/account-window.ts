import { type BrowserWindow, nativeTheme } from 'electron';
import * as v from 'valibot';
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
import type { Result } from '../../contract/result';
import { type AccountForm, accountFormSchema } from '../../pbx/account/account-form';
import { onMessage, onRequest } from '../pages/messages';
import { openPageWindow, PAGE_BACKGROUND } from '../pages/page-window';

export interface AccountWindowPorts {
  book(): AccountBook;
  save(form: AccountForm, secrets: AccountSecrets): Result<AccountBook, readonly FieldProblem[]>;
  remove(id: string): AccountBook;
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
  private window: BrowserWindow | null = null;

  constructor(private readonly ports: AccountWindowPorts) {
    const { account } = CHANNELS;
    const trace = (text: string): void => ports.trace(text);
    onRequest('account', account.load, v.undefined(), trace, () => ports.book());
    onRequest('account', account.save, saveSchema, trace, ({ settings, secrets }) => ports.save(settings, secrets));
    onRequest('account', account.remove, id, trace, (one) => ports.remove(one));
    onRequest('account', account.test, testSchema, trace, ({ run, settings, secrets }) =>
      ports.test(run, settings, secrets),
    );
    onMessage('account', account.choose, phoneSystemSchema, trace, (system) => void this.choose(system));
  }

  /** Opens the window, with the choice of the first run where nobody has chosen yet, or brings it to the front. */
  open(): void {
    if (this.window) {
      if (this.window.isMinimized()) this.window.restore();
      this.window.focus();
      return;
    }
    const first = this.ports.book().system === null;
    const window = openPageWindow(
      'account',
      {
        width: 920,
        height: 760,
        minWidth: 480,
        minHeight: 400,
        useContentSize: true,
        show: false,
        backgroundColor: nativeTheme.shouldUseDarkColors ? PAGE_BACKGROUND.dark : PAGE_BACKGROUND.light,
        title: first ? 'Welcome to Callback Phone' : 'Accounts',
      },
      first ? 'welcome' : '',
    );
    this.window = window;
    window.once('ready-to-show', () => window.show());
    window.once('closed', () => {
      this.window = null;
      this.ports.endTest();
    });
  }

  report(report: TestReport): void {
    if (this.window && !this.window.isDestroyed()) this.window.webContents.send(CHANNELS.account.testReport, report);
  }

  private async choose(system: PhoneSystem): Promise<void> {
    await this.ports.choose(system);
    this.window?.close();
  }
}
