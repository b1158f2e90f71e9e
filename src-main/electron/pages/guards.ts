import { app, type Session } from 'electron';
import { isPage } from './app-protocol';

/** What the line page may have, each with its reason. Everything else is refused, and so is every other page. */
const ALLOWED: Readonly<Record<string, string>> = {
  media: 'the microphone of a call',
  'speaker-selection': 'to ring on another device than the voice',
};

/** Pages go nowhere, open nothing and get only what they need. */
export function guardPages(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide, details) => {
    const wantsVideo = 'mediaTypes' in details && details.mediaTypes?.includes('video') === true;
    decide(permission in ALLOWED && !wantsVideo && isPage('line', details.requestingUrl));
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => permission in ALLOWED && isPage('line', origin));
  session.on('will-download', (event) => event.preventDefault());
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}
