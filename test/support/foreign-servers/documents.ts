/** What servers write of a line, as short as a test can be read. */

/**
 * A dialog-info document (RFC 4235) of 1002.
 *
 * @param dialogs each as "confirmed", or "early other@host" where its Call-ID matters
 */
export function dialogInfo(version: number, dialogs: readonly string[], state: 'full' | 'partial' = 'full'): string {
  const all = dialogs.map((text) => {
    const [of = '', callId = 'theirs@host'] = text.split(' ');
    return `<dialog id="${callId}" call-id="${callId}" direction="recipient"><state>${of}</state></dialog>`;
  });
  const about = `version="${version}" state="${state}" entity="sip:1002@peer.test"`;
  return `<?xml version="1.0"?><dialog-info xmlns="urn:ietf:params:xml:ns:dialog-info" ${about}>${all.join('')}</dialog-info>`;
}

export interface PresenceWords {
  /** As Asterisk tells the states apart: "On the phone", "Ready", "Unavailable". */
  readonly note?: string;
  /** Of RPID (RFC 4480), such as `on-the-phone`. */
  readonly activity?: string;
}

/** A PIDF document (RFC 3863) of 1002. */
export function pidf(basic: 'open' | 'closed', { note, activity }: PresenceWords = {}): string {
  const person =
    activity === undefined
      ? ''
      : `<dm:person id="p"><rpid:activities><rpid:${activity}/></rpid:activities></dm:person>`;
  const words = note === undefined ? '' : `<note>${note}</note>`;
  return [
    '<?xml version="1.0"?><presence xmlns="urn:ietf:params:xml:ns:pidf"',
    ' xmlns:dm="urn:ietf:params:xml:ns:pidf:data-model" xmlns:rpid="urn:ietf:params:xml:ns:pidf:rpid"',
    ` entity="sip:1002@peer.test">${words}${person}`,
    `<tuple id="1002"><status><basic>${basic}</basic></status></tuple></presence>`,
  ].join('');
}

/** A body of application/call-completion (RFC 6910). */
export const completion = (state: 'queued' | 'ready', retention: boolean, address?: string): string =>
  [
    `cc-state: ${state}`,
    ...(address === undefined ? [] : [`cc-URI: <${address}>`]),
    ...(retention ? ['cc-service-retention: true'] : []),
    '',
  ].join('\r\n');
