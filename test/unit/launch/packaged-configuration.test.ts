import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Configuration, Packager } from 'electron-builder';
import { beforeAll, expect, test } from 'vitest';
import { APP_ID } from '../../../src-main/app/app-id.ts';

const root = resolve(import.meta.dirname, '../../..');
let configuration: Configuration;

/** As electron-builder itself reads it: an unknown or misspelt key is an error. */
beforeAll(async () => {
  const packager = new Packager({ projectDir: root });
  await packager.validateConfig();
  configuration = packager.config;
});

test('Windows: the app names itself as its installer names its shortcuts', () => {
  expect([configuration.appId, configuration.win?.appId]).toEqual([APP_ID, undefined]);
});

test('Linux: the desktop entry, the windows and the app itself have one name, which portals accept', () => {
  const { desktopName, productName } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));
  expect([desktopName, configuration.linux?.syncDesktopName]).toEqual([`${APP_ID}.desktop`, true]);
  // The class that Electron gives a window under X11.
  expect(configuration.linux?.desktop?.entry?.StartupWMClass).toBe(productName);
  // As xdg-desktop-portal and Flatpak have it.
  expect(APP_ID).toMatch(/^[A-Za-z_]\w*(\.[A-Za-z_]\w*)+\.[A-Za-z_][\w-]*$/);
});

test('macOS: its user reads why the microphone and the local network are wanted', () => {
  expect(configuration.mac?.extendInfo).toEqual({
    NSMicrophoneUsageDescription: expect.stringMatching(/call/),
    NSLocalNetworkUsageDescription: expect.stringMatching(/local network/),
  });
});

test('the fuses are flipped on every system, and Apple silicon gets its signature again', () => {
  expect(configuration.electronFuses).toEqual({
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    onlyLoadAppFromAsar: true,
    enableEmbeddedAsarIntegrityValidation: true,
    enableCookieEncryption: true,
    grantFileProtocolExtraPrivileges: false,
    resetAdHocDarwinSignature: true,
  });
});
