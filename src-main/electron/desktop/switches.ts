import { app, Menu } from 'electron';

/** What Chromium and Electron do of themselves and shall not, and the other way round, each with its reason. Before the app is ready. */
export function setSwitches(): void {
  const { commandLine } = app;
  // Electron would else make one of its own for the moment until ours is there.
  Menu.setApplicationMenu(null);
  // A phone rings before anybody has clicked.
  commandLine.appendSwitch('autoplay-policy', 'no-user-gesture-required');
  // Two phones of one machine must reach each other also where there is no network at all: on the loopback
  // interface, and by their plain addresses, since a name of multicast DNS would be asked for on the network.
  commandLine.appendSwitch('allow-loopback-in-peer-connection');
  // The keyboard's media keys belong to the music player, not to a call.
  commandLine.appendSwitch(
    'disable-features',
    'WebRtcHideLocalIpsWithMdns,HardwareMediaKeyHandling,MediaSessionService',
  );
  // The faces only mirror what the main process says: one process for all of them starts sooner and takes less.
  commandLine.appendSwitch('process-per-site');
  // Chromium cannot sandbox what root starts; whoever runs it so has said so on the command line.
  if (!commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
}
