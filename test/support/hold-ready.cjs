const { app } = require('electron');

/**
 * Electron's `-r`: the app is not ready, and opens no window, before Playwright has hold of it and calls `__playwright_run`.
 *
 * A window whose first page is committed in the moment in which Playwright attaches to it says that it is at ":", and tells of
 * no navigation afterwards (Chromium 114): Playwright then waits for ever for its first page. Playwright itself holds an app that
 * it starts by the npm package's path in this way, but not one whose path it is given.
 */
process.argv.splice(process.argv.indexOf('-r'), 2);
const whenReady = app.whenReady();
const emit = app.emit.bind(app);
let isReady = false;
/** @type {readonly unknown[]} */
let told = [];

app.emit = (event, ...details) => {
  if (event !== 'ready' || isReady) return emit(event, ...details);
  told = details;
  return app.listenerCount('ready') > 0;
};
app.isReady = () => isReady;
const released = new Promise((resolve) => {
  Object.assign(globalThis, {
    __playwright_run: async () => {
      await whenReady;
      isReady = true;
      resolve(undefined);
      emit('ready', ...told);
    },
  });
});
app.whenReady = () => released.then(() => undefined);
