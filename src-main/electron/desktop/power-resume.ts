import { powerMonitor } from 'electron';

/** The machine wakes, or its user comes back to it: who knows what its network is now. @returns ends the listening */
export function onWake(listener: () => void): () => void {
  powerMonitor.on('resume', listener);
  powerMonitor.on('unlock-screen', listener);
  return () => {
    powerMonitor.off('resume', listener);
    powerMonitor.off('unlock-screen', listener);
  };
}
