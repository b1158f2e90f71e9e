/**
 * Runs inside an Electron that came without its default app, and does what that does for us:
 *   electron [chromium switches] [-r file]... APP [arguments]
 * loads the app that the command line names, a folder with a package.json or a file.
 */
const { app } = require('electron');
const { existsSync, readFileSync } = require('node:fs');
const Module = require('node:module');
const { join, resolve } = require('node:path');

const commandLine = process.argv.slice(1);
const modules = [];
let appPath;
for (let at = 0; at < commandLine.length && appPath === undefined; at += 1) {
  const argument = commandLine[at];
  if (argument === '--version' || argument === '-v') {
    console.log(`v${process.versions.electron}`);
    process.exit(0);
  }
  if (argument === '-r' || argument === '--require') {
    at += 1;
    modules.push(commandLine[at]);
  } else if (!argument.startsWith('-')) appPath = resolve(argument);
}
if (appPath === undefined) {
  console.error('Name the app to run: electron APP');
  process.exit(1);
}

process.defaultApp = true;
for (const module of modules) require(resolve(module));
const packageJson = join(appPath, 'package.json');
if (existsSync(packageJson)) {
  const { name, productName, version, desktopName } = JSON.parse(readFileSync(packageJson, 'utf8'));
  if (productName || name) app.setName(productName || name);
  if (version) app.setVersion(version);
  if (desktopName) app.setDesktopName(desktopName);
  app.setAppPath(appPath);
}
try {
  Module._load(Module._resolveFilename(appPath, null, true), null, true);
} catch (error) {
  console.error(`Cannot load the app ${appPath}`);
  console.error(error);
  process.exit(1);
}
