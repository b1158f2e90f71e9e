import type { LineStatus } from '../../contract/line-status';
import type { PresenceStatus } from '../../sip/presence';
import type { DialogStatus } from './dialog-tracker';

/** `unknown`: nobody has told us yet, or what was told is no longer to be relied on. */
export type WatchedStatus = LineStatus | 'unknown';

/**
 * What the two packages together tell of one line. Dialogs know calls, presence knows registration:
 *
 * - A live dialog is believed over everything: presence is published by hand or late, a dialog is neither, and
 *   Asterisk says `closed` of a line that is busy.
 * - Idle dialogs say nothing of a phone's being there: Asterisk sends `terminated` for a line without a call and for
 *   a line without a phone alike (linphone-desktop #1006). Presence says which.
 * - Idle dialogs with presence on the phone: the call goes by another server. Waiting too long is the smaller wrong.
 * - Do-not-disturb is told as such: a call now would be refused, and yet nobody has lifted the handset.
 * - Busy "without further details" may be a meeting: the line is as idle as its dialogs.
 */
const TABLE: Readonly<Record<DialogStatus, Readonly<Record<PresenceStatus, WatchedStatus>>>> = {
  unknown: {
    unknown: 'unknown',
    offline: 'offline',
    onHook: 'onHook',
    ringing: 'ringing',
    offHook: 'offHook',
    doNotDisturb: 'doNotDisturb',
    busy: 'offHook',
  },
  onHook: {
    unknown: 'onHook',
    offline: 'offline',
    onHook: 'onHook',
    ringing: 'ringing',
    offHook: 'offHook',
    doNotDisturb: 'doNotDisturb',
    busy: 'onHook',
  },
  ringing: {
    unknown: 'ringing',
    offline: 'ringing',
    onHook: 'ringing',
    ringing: 'ringing',
    // Call waiting: Kamailio's force_single_dialog shows of two calls the one that rings.
    offHook: 'offHook',
    doNotDisturb: 'ringing',
    busy: 'ringing',
  },
  offHook: {
    unknown: 'offHook',
    offline: 'offHook',
    onHook: 'offHook',
    ringing: 'offHook',
    offHook: 'offHook',
    doNotDisturb: 'offHook',
    busy: 'offHook',
  },
};

export const combined = (dialogs: DialogStatus, presence: PresenceStatus): WatchedStatus => TABLE[dialogs][presence];
