import { join } from 'node:path';
import { runScript } from './code-cache/code-cache';

/** The file that Electron runs first: the app, with the code that is kept of it. See main.ts. */
const script = runScript<typeof import('./main')>(join(__dirname, 'app.js'));
script.exports.main(script).catch(script.exports.failStart);
