import { expect, test } from 'vitest';
import { isGranted } from '../../../src-main/app/page-permissions.ts';

test('of the microphone and the camera, the microphone alone', () => {
  const asked = [['audio'], ['video'], ['audio', 'video'], ['unknown'], []];
  expect(asked.map((media) => isGranted('media', media))).toEqual([true, false, false, false, false]);
});

test('the local network by each name that Chromium has had for it, the ring device, and nothing else', () => {
  const granted = ['local-network-access', 'local-network', 'loopback-network', 'speaker-selection'];
  const refused = ['geolocation', 'notifications', 'display-capture', 'usb', 'clipboard-read', 'unknown', 'toString'];
  expect([...granted, ...refused].filter((permission) => isGranted(permission, []))).toEqual(granted);
});
