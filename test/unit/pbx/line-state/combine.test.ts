import { expect, test } from 'vitest';
import { combined, type WatchedStatus } from '../../../../src-main/pbx/line-state/combine';
import type { DialogStatus } from '../../../../src-main/pbx/line-state/dialog-tracker';
import type { PresenceStatus } from '../../../../src-main/sip/presence';

test.each<readonly [string, DialogStatus, PresenceStatus, WatchedStatus]>([
  ['nobody has told us', 'unknown', 'unknown', 'unknown'],

  ['presence alone: no phone', 'unknown', 'offline', 'offline'],
  ['presence alone: a phone', 'unknown', 'onHook', 'onHook'],
  ['presence alone: it rings', 'unknown', 'ringing', 'ringing'],
  ['presence alone: on the phone', 'unknown', 'offHook', 'offHook'],
  ['presence alone: do-not-disturb', 'unknown', 'doNotDisturb', 'doNotDisturb'],
  ['presence alone: busy may be a call', 'unknown', 'busy', 'offHook'],

  ['dialogs alone: idle', 'onHook', 'unknown', 'onHook'],
  ['dialogs alone: it rings', 'ringing', 'unknown', 'ringing'],
  ['dialogs alone: a call', 'offHook', 'unknown', 'offHook'],

  ['idle, by both', 'onHook', 'onHook', 'onHook'],
  ['Asterisk sends terminated for a line without a phone', 'onHook', 'offline', 'offline'],
  ['the call has not reached the dialogs yet', 'onHook', 'ringing', 'ringing'],
  ['the call goes by another server', 'onHook', 'offHook', 'offHook'],
  ['idle, and wants no calls', 'onHook', 'doNotDisturb', 'doNotDisturb'],
  ['idle, and in a meeting', 'onHook', 'busy', 'onHook'],

  ['rings, by both', 'ringing', 'ringing', 'ringing'],
  ['presence is late for the ringing', 'ringing', 'onHook', 'ringing'],
  ['what rings is there', 'ringing', 'offline', 'ringing'],
  ['call waiting, where the server shows one dialog alone', 'ringing', 'offHook', 'offHook'],
  ['rings in spite of do-not-disturb', 'ringing', 'doNotDisturb', 'ringing'],
  ['Asterisk says busy of a line that rings', 'ringing', 'busy', 'ringing'],

  ['a call, by both', 'offHook', 'offHook', 'offHook'],
  ['Asterisk says closed of a line that is busy', 'offHook', 'offline', 'offHook'],
  ['presence is late for the call', 'offHook', 'onHook', 'offHook'],
  ['presence is late for the answer', 'offHook', 'ringing', 'offHook'],
  ['a call, and wants no other', 'offHook', 'doNotDisturb', 'offHook'],
  ['a call, and busy', 'offHook', 'busy', 'offHook'],
])('%s: dialogs %s, presence %s -> %s', (_name, dialogs, presence, expected) => {
  expect(combined(dialogs, presence)).toBe(expected);
});
