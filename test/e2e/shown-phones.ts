import type { ElectronApp } from '../support/electron-app.ts';
import { waitFor } from '../support/wait-for.ts';

/** The windows of phones that are on the screen, by their titles. */
const shownPhones = ({ application }: ElectronApp): Promise<readonly string[]> =>
  application.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .filter((window) => window.getTitle().startsWith('7960') && window.isVisible() && !window.isMinimized())
      .map((window) => window.getTitle())
      .sort(),
  );

/** Waits until the phones with these numbers are on the screen, and no other. */
export function untilShown(app: ElectronApp, ...numbers: readonly string[]): Promise<unknown> {
  const wanted = numbers.map((number) => `7960 – ${number}`);
  return waitFor(
    `the phones ${numbers.join(', ') || 'to be put away'}`,
    async () => JSON.stringify(await shownPhones(app)) === JSON.stringify(wanted),
    { otherwise: async () => `shown: ${(await shownPhones(app)).join(', ')}` },
  );
}
