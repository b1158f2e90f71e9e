import { app, type Session } from 'electron';
import { isGranted } from '../../app/page-permissions';
import { isPage } from './app-protocol';

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
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}
