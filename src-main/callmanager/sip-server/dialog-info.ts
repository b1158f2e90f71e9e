import { escapeXml } from '../../base/escape-xml';
/** RFC 4235 section 3.7.1: the states of a dialog, in the order in which they come. */
export type DialogState = 'trying' | 'proceeding' | 'early' | 'confirmed' | 'terminated';

/** One call as a watcher of one of its two numbers sees it. */
export interface WatchedDialog {
  readonly id: string;
  readonly callId: string;
  readonly direction: 'initiator' | 'recipient';
  readonly state: DialogState;
  readonly remote: { readonly uri: string; readonly displayName: string };
}

/** The document of RFC 4235 section 4, always with the full state. */
export function dialogInfo(entity: string, version: number, dialogs: readonly WatchedDialog[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<dialog-info xmlns="urn:ietf:params:xml:ns:dialog-info" version="${version}" state="full" entity="${escapeXml(entity)}">`,
    ...dialogs.map(dialogElement),
    '</dialog-info>',
    '',
  ].join('\r\n');
}

function dialogElement({ id, callId, direction, state, remote }: WatchedDialog): string {
  return [
    `<dialog id="${escapeXml(id)}" call-id="${escapeXml(callId)}" direction="${direction}">`,
    `<state>${state}</state>`,
    `<remote><identity display="${escapeXml(remote.displayName)}">${escapeXml(remote.uri)}</identity>`,
    `<target uri="${escapeXml(remote.uri)}"/></remote>`,
    '</dialog>',
  ].join('');
}
