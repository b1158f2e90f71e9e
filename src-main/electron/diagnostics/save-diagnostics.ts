import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, dialog } from 'electron';
import { type ZipEntry, zip } from '../../app/diagnostics/zip';
import { errorWords } from '../../base/error-words';

/**
 * Asks where to, and writes the files as one archive.
 *
 * @returns what has come of it, in words for the user; null = the user has thought better of it
 */
export async function saveDiagnostics(files: () => Promise<readonly ZipEntry[]>, now: Date): Promise<string | null> {
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  const { filePath } = await dialog.showSaveDialog({
    title: 'Export diagnostics',
    defaultPath: join(app.getPath('documents'), `callback-phone-diagnostics-${day.join('-')}.zip`),
    filters: [{ name: 'ZIP archive', extensions: ['zip'] }],
  });
  if (!filePath) return null;
  try {
    await writeFile(filePath, zip(await files(), now), { mode: 0o600 });
    return `Saved as ${filePath}. It has no passwords in it; numbers and names of your calls are.`;
  } catch (error) {
    return `Not saved: ${errorWords(error)}`;
  }
}
