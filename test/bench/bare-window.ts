/** The script of an Electron app with one empty window, which says READY once it is shown: what ours is compared with. */
export const BARE = `
const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 720, height: 560, show: false, webPreferences: { sandbox: true, contextIsolation: true } });
  window.once('ready-to-show', () => { window.show(); console.error('READY'); });
  window.loadURL('data:text/html,<title>bare</title><h1>bare</h1>');
});`;
