import type { ElectronApp } from '../support/electron-app.ts';

/** Answers every question of the app's with its first button, which means yes, or its second, and keeps what was asked. */
export const answerAll = ({ application }: ElectronApp, answer: 'yes' | 'no'): Promise<void> =>
  application.evaluate(
    ({ dialog }, response) => {
      const asked: string[] = [];
      Object.assign(globalThis, { asked });
      dialog.showMessageBox = async (...words: unknown[]) => {
        const { message = '', detail = '' } = words.at(-1) as { message?: string; detail?: string };
        asked.push(`${message} ${detail}`);
        return { response, checkboxChecked: false };
      };
    },
    answer === 'yes' ? 0 : 1,
  );

export const asked = ({ application }: ElectronApp): Promise<readonly string[]> =>
  application.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
