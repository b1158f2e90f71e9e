import { app, Menu } from 'electron';
import { APP_ID } from '../../app/app-id';
import { disabledFeatures } from '../../app/disabled-features';

/** What Chromium and Electron do of themselves and shall not, and the other way round, each with its reason. Before the app is ready. */
export function setSwitches(): void {
  const { commandLine } = app;
  // Electron would else make one of its own for the moment until ours is there.
  Menu.setApplicationMenu(null);
  // Without it Windows shows no notification of an installed app, and gives its windows a place of their own in the taskbar.
  if (process.platform === 'win32') app.setAppUserModelId(APP_ID);
  // A phone rings before anybody has clicked.
  commandLine.appendSwitch('autoplay-policy', 'no-user-gesture-required');
  // Two phones of one machine must reach each other also where there is no network at all.
  commandLine.appendSwitch('allow-loopback-in-peer-connection');
  commandLine.appendSwitch('disable-features', disabledFeatures(commandLine.getSwitchValue('disable-features')));
  // The faces only mirror what the main process says: one process for all of them starts sooner and takes less.
  commandLine.appendSwitch('process-per-site');
  // Chromium cannot sandbox what root starts; whoever runs it so has said so on the command line.
  if (!commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
}
