import { app, Notification, nativeTheme } from 'electron';

/** Links reach an app of macOS by an event of their own, maybe before anything else is there. */
export function onLinkOpened(listener: (link: string) => void): void {
  app.on('open-url', (event, url) => {
    event.preventDefault();
    listener(url);
  });
}

/** Another window of ours has the keyboard, or none. */
export function onFocusChanged(listener: () => void): void {
  app.on('browser-window-focus', () => listener());
  app.on('browser-window-blur', () => listener());
}

/** macOS: its icon in the dock was clicked. */
export function onActivated(listener: () => void): void {
  app.on('activate', listener);
}

/** The system has become dark or light. */
export function onThemeChanged(listener: () => void): void {
  nativeTheme.on('updated', listener);
}

export const canNotify = (): boolean => Notification.isSupported();

/** With no question: who ends it has asked. */
export const endApp = (): void => app.quit();
