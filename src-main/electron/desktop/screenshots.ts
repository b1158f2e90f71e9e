import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, type BrowserWindow } from 'electron';
import type { Clock } from '../../base/clock';

/** Long enough for a slow machine to start and register every phone. In milliseconds. */
const GIVE_UP_AFTER = 60_000;
const LOOK_AGAIN_AFTER = 100;

/** What is to be seen in the pictures. */
export interface Scene {
  readonly isReady: boolean;
  windows(): readonly BrowserWindow[];
}

/** Takes the pictures, names them on standard output and quits. */
export async function saveScreenshots(folder: string, scene: Scene, clock: Clock): Promise<void> {
  for (const file of await takeScreenshots(folder, scene, clock)) console.log(file);
  app.quit();
}

/**
 * Waits until every phone shows that it is registered and saves a picture of each window, named by its title.
 *
 * @param folder that is there
 * @returns the files
 * @throws Error in words for the user if that takes too long or the folder cannot be written
 */
async function takeScreenshots(folder: string, scene: Scene, clock: Clock): Promise<readonly string[]> {
  const pause = (): Promise<void> => new Promise((resolve) => clock.after(LOOK_AGAIN_AFTER, resolve));
  const started = clock.now();
  while (!scene.isReady || !(await allShown(scene.windows()))) {
    if (clock.now() - started > GIVE_UP_AFTER)
      throw new Error('the phones did not register within one minute: see the log above');
    await pause();
  }
  const files: string[] = [];
  for (const window of scene.windows()) {
    // Two frames: the first may still be the one from before the last snapshot.
    await window.webContents.executeJavaScript(
      'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(0))))',
    );
    const file = join(folder, `${window.getTitle().replace(/[^0-9A-Za-z]+/g, '-')}.png`);
    writeFileSync(file, (await window.webContents.capturePage()).toPNG());
    files.push(file);
  }
  return files;
}

/** Each face has heard what its phone shows. One that is there already may still wait for that, and has a dark display. */
async function allShown(windows: readonly BrowserWindow[]): Promise<boolean> {
  if (windows.some(({ webContents }) => webContents.isLoading())) return false;
  const lit = `document.querySelector('.lcd:not(.lcd-dim)') !== null`;
  return !(await Promise.all(windows.map(({ webContents }) => webContents.executeJavaScript(lit)))).includes(false);
}
