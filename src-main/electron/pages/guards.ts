import { app, type Session, type WebContents } from 'electron';
import { isGranted } from '../../app/page-permissions';
import { isOurs, isPage } from './app-protocol';

/** Pages go nowhere, open nothing and get only what they need. */
export function guardPages(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    decide(isGranted(permission, media) && isPage('line', details.requestingUrl));
  });
  session.setPermissionCheckHandler((_contents, permission, origin, { mediaType }) => {
    const media = mediaType === undefined ? [] : [mediaType];
    return isGranted(permission, media) && isPage('line', origin);
  });
  session.on('will-download', (event) => event.preventDefault());
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    bringBack(contents);
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** Chromium asks nobody here before it shows about:blank (see preload/stay.ts), and a navigation that is stopped as it starts ends the app. */
function bringBack(contents: WebContents): void {
  let home: string | null = null;
  contents.on('did-navigate', (_event, url) => {
    if (isOurs(url)) home = url;
    else if (home !== null) void contents.loadURL(home);
  });
}
