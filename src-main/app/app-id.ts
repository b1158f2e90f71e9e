/** What Windows knows the app by: its installer gives it to the shortcuts (`appId` in electron-builder.yml), and the app to its windows. */
export const APP_ID = 'dev.callback-phone.app';
