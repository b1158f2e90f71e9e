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
    `<dialog-info xmlns="urn:ietf:params:xml:ns:dialog-info" version="${version}" state="full" entity="${escaped(entity)}">`,
    ...dialogs.map(dialogElement),
    '</dialog-info>',
    '',
  ].join('\r\n');
}

function dialogElement({ id, callId, direction, state, remote }: WatchedDialog): string {
  return [
    `<dialog id="${escaped(id)}" call-id="${escaped(callId)}" direction="${direction}">`,
    `<state>${state}</state>`,
    `<remote><identity display="${escaped(remote.displayName)}">${escaped(remote.uri)}</identity>`,
    `<target uri="${escaped(remote.uri)}"/></remote>`,
    '</dialog>',
  ].join('');
}

const entities: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '"': '&quot;',
  "'": '&apos;',
};

// XML 1.0 section 2.2: most control characters, lone surrogates and two others are in no document, not even escaped.
const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

function escaped(text: string): string {
  return text.replace(forbidden, '').replace(/[<>&"']/g, (character) => entities[character] ?? '');
}
