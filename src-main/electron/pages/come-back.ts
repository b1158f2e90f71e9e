import type { BrowserWindow } from 'electron';
import { crashed, NO_CRASHES } from '../../app/reload-pause';
import type { Clock } from '../../base/clock';
import { systemClock } from '../../base/system-clock';
import { say } from '../desktop/ask';

/** Its user is told once: of the windows that share a process all go at the same moment. */
let told = false;

/**
 * Loads the page of a window again whose process was lost, however that happened. The window itself stays as it is and where it is.
 *
 * @param load as at first: a page that crashed before it was there has nothing to reload
 */
export function comeBack(window: BrowserWindow, load: () => void, clock: Clock = systemClock): void {
  let crashes = NO_CRASHES;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    crashes = crashed(crashes, clock.now());
    clock.after(crashes.pause, load);
    if (crashes.pause === 0 || told) return;
    told = true;
    say(
      'A window of Callback Phone ends again and again.',
      `The system says “${reason}”. It is opened again after a while each time; calls go on. If that does not end, quit Callback Phone, start it again, and look into the log.`,
    );
  });
}
