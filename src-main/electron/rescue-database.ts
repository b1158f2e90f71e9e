import { app, dialog } from 'electron';
import type { Rescue } from '../app/options';

export interface Unusable {
  readonly file: string;
  /** In words. */
  readonly reason: string;
  /** When its backup was made, in milliseconds since the epoch; null = there is none. */
  readonly backupTime: number | null;
  /** The name under which it would be kept. */
  readonly keptAs: string;
}

/** Asks what to do about a database that cannot be used. The app need not be ready yet. */
export async function askAboutDatabase({ file, reason, backupTime, keptAs }: Unusable): Promise<Rescue> {
  await app.whenReady();
  const choices: (readonly [Rescue, string])[] = [
    ['new', 'Begin anew'],
    ['quit', 'Quit'],
  ];
  if (backupTime !== null) choices.unshift(['backup', `Use the backup of ${new Date(backupTime).toLocaleString()}`]);
  const { response } = await dialog.showMessageBox({
    type: 'error',
    title: 'Callback Phone',
    message: 'The database cannot be used.',
    detail: [
      `${file}: ${reason}.`,
      'It holds your phones, accounts and Call Back requests.',
      `Nothing is thrown away: if you put another in its place, the file is kept as ${keptAs}.`,
    ].join('\n\n'),
    buttons: choices.map(([, label]) => label),
    defaultId: backupTime === null ? choices.length - 1 : 0,
    cancelId: choices.length - 1,
    noLink: true,
  });
  return choices[response]?.[0] ?? 'quit';
}

/** Says that another program holds the database, until it does not. @returns once its user gives up */
export async function tellOfLock(file: string, holders: readonly string[], free: AbortSignal): Promise<void> {
  await app.whenReady();
  if (free.aborted) return;
  await dialog.showMessageBox({
    type: 'info',
    title: 'Callback Phone',
    message: `The database is in use by ${holders.join(', ') || 'another program'}.`,
    detail: `${file} cannot be written as long as that program holds it. Callback Phone starts as soon as it lets go.`,
    buttons: ['Quit'],
    signal: free,
  });
}
