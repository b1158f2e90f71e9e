/**
 * What systems know the app by, in reverse-DNS form. Windows: the installer gives it to the shortcuts (`appId` in electron-builder.yml),
 * and the app to its windows. Linux: the name of its desktop entry (`desktopName` in package.json), by which portals, panels and
 * notifications find it; they take no hyphen but in the last part.
 */
export const APP_ID = 'dev.callbackphone.app';
