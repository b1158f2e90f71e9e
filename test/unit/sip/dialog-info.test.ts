import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dialogInfo } from '../../../src-main/callmanager/sip-server/dialog-info';
import { type Dialog, type DialogInfo, parseDialogInfo } from '../../../src-main/sip/dialog-info';

const NAMESPACE = 'xmlns="urn:ietf:params:xml:ns:dialog-info"';

/** A dialog of which nothing is told but that it exists. */
const bare: Dialog = {
  id: 'dialog 0',
  callId: null,
  localTag: null,
  remoteTag: null,
  direction: null,
  state: 'terminated',
  remoteIdentity: null,
  held: false,
};

const readings: readonly (readonly [server: string, xml: string, expected: DialogInfo])[] = [
  [
    'OpenSIPS: nothing in it for an idle line',
    '<dialog-info state="full"/>',
    { version: null, state: 'full', entity: null, dialogs: [] },
  ],
  [
    'Asterisk: the number of the line as the id, no Call-ID, and hold as a parameter of the local target',
    `<?xml version="1.0" encoding="UTF-8"?>\n<dialog-info ${NAMESPACE} version="3" state="full" entity="sip:1002@pbx">
      <dialog id="1002"><state>confirmed</state><local><target uri="sip:1002@pbx">
      <param pname="+sip.rendering" pvalue="no"/></target></local></dialog></dialog-info>`,
    {
      version: 3,
      state: 'full',
      entity: 'sip:1002@pbx',
      dialogs: [{ ...bare, id: '1002', state: 'confirmed', held: true }],
    },
  ],
  [
    'Kamailio: a dummy dialog for a line that it knows nothing of, and a version padded with zeros',
    `<dialog-info ${NAMESPACE} version="00000000007" state="full" entity="sip:1002@pbx"> <dialog
      id="615293b33c62dec073e05d9421e9f48b" direction="recipient"> <state>terminated</state> </dialog> </dialog-info>`,
    {
      version: 7,
      state: 'full',
      entity: 'sip:1002@pbx',
      dialogs: [{ ...bare, id: '615293b33c62dec073e05d9421e9f48b', direction: 'recipient' }],
    },
  ],
  [
    'Kamailio: two dialogs of two phones in one document, which others read as "confirmedearly"',
    `<dialog-info ${NAMESPACE} version="8" state="full" entity="sip:1002@pbx">
      <dialog id="a" call-id="a" local-tag="l" remote-tag="r" direction="initiator"><state>confirmed</state>
      <remote><identity display="Third">sip:1003@pbx</identity><target uri="sip:1003@10.0.0.3"/></remote></dialog>
      <dialog id="b" call-id="b" direction="recipient"><state>early</state></dialog></dialog-info>`,
    {
      version: 8,
      state: 'full',
      entity: 'sip:1002@pbx',
      dialogs: [
        {
          id: 'a',
          callId: 'a',
          localTag: 'l',
          remoteTag: 'r',
          direction: 'initiator',
          state: 'confirmed',
          remoteIdentity: { uri: 'sip:1003@pbx', displayName: 'Third' },
          held: false,
        },
        { ...bare, id: 'b', callId: 'b', direction: 'recipient', state: 'early' },
      ],
    },
  ],
  [
    'MikoPBX: a dialog without a state for a line without calls',
    `<dialog-info ${NAMESPACE} version="1" state="full"><dialog/></dialog-info>`,
    { version: 1, state: 'full', entity: null, dialogs: [bare] },
  ],
  [
    'attributes that are missing or empty, and a state between marks',
    '<dialog-info version="" entity=""><dialog id="" call-id="" direction=""><state><![CDATA[early]]></state></dialog></dialog-info>',
    { version: null, state: 'full', entity: null, dialogs: [{ ...bare, state: 'early' }] },
  ],
  [
    'prefixes, unknown elements and attributes, another spelling of hold, an address in the target alone',
    `\uFEFF<d:dialog-info xmlns:d="urn:ietf:params:xml:ns:dialog-info" xmlns:x="urn:x" x:y="z" version="2" state="PARTIAL">
      <x:dialog-list/><d:dialog call-id="c" x:id="no"><d:duration>9</d:duration><d:state>Confirmed</d:state><d:remote>
      <d:target uri="sip:1@x"><d:param pname="sip.rendering" pval="NO"/></d:target></d:remote></d:dialog></d:dialog-info>`,
    {
      version: 2,
      state: 'partial',
      entity: null,
      dialogs: [
        {
          ...bare,
          id: 'c',
          callId: 'c',
          state: 'confirmed',
          remoteIdentity: { uri: 'sip:1@x', displayName: '' },
          held: true,
        },
      ],
    },
  ],
  [
    'words of its own: a state that is none is still a call, a direction or a version that is none is nothing',
    '<dialog-info version="-1" state="full"><dialog id="__proto__" direction="sideways"><state>parked</state></dialog></dialog-info>',
    { version: null, state: 'full', entity: null, dialogs: [{ ...bare, id: '__proto__', state: 'confirmed' }] },
  ],
];

test.each(readings)('reads %s', (_server, xml, expected) => {
  expect(parseDialogInfo(xml)).toEqual({ ok: true, value: expected });
});

test('reads what our own CallManager writes', () => {
  const remote = { uri: 'sip:1001@here', displayName: '<Anna> & "Bert"' };
  const xml = dialogInfo('sip:1002@here', 4, [
    { id: '1', callId: 'x', direction: 'recipient', state: 'early', remote },
  ]);
  const dialog = { ...bare, id: '1', callId: 'x', direction: 'recipient', state: 'early', remoteIdentity: remote };
  expect(parseDialogInfo(xml)).toEqual({
    ok: true,
    value: { version: 4, state: 'full', entity: 'sip:1002@here', dialogs: [dialog] },
  });
});

test.each([
  ['nothing', '', 'missing root element'],
  ['half a document', '<dialog-info><dialog', 'unclosed xml tag(s): dialog-info, dialog'],
  ['another document', '<presence/>', 'the document is a presence, not a dialog-info'],
  ['a state that is none', '<dialog-info state="some"/>', `the document's state is neither full nor partial`],
  ['too much', `<dialog-info>${' '.repeat(65_536)}</dialog-info>`, 'the document is longer than 65536 characters'],
  [
    'an entity of a file',
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><dialog-info entity="&e;"/>',
    'the document has a document type declaration',
  ],
  ['an entity that nobody declared', '<dialog-info>&e;</dialog-info>', 'entity not found:&e;'],
])('%s is a failure in words', (_name, xml, error) => {
  expect(parseDialogInfo(xml)).toEqual({ ok: false, error });
});

test.each([
  ['deep', `<dialog-info><dialog><state>${'<a>'.repeat(9_000)}${'</a>'.repeat(9_000)}</state></dialog></dialog-info>`],
  ['wide', `<dialog-info>${'<dialog/>'.repeat(7_000)}</dialog-info>`],
  ['full of attributes', `<dialog-info ${Array.from({ length: 6_000 }, (_, index) => `a${index}=""`).join(' ')}/>`],
])('a document that is %s to spite us is read like any other', (_name, xml) => {
  expect(parseDialogInfo(xml).ok).toBe(true);
});

test('whatever is read, nothing is thrown', () => {
  const scrap = fc.constantFrom(
    '<dialog-info ',
    'state="full"',
    '>',
    '<dialog id="',
    '"',
    '</',
    '&',
    '<![CDATA[',
    '\0',
  );
  const text = fc.array(fc.oneof(scrap, fc.string({ maxLength: 5 })), { maxLength: 12 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (xml) => {
      expect(typeof parseDialogInfo(xml).ok).toBe('boolean');
      expect(typeof parseDialogInfo(`<dialog-info>${xml}</dialog-info>`).ok).toBe('boolean');
    }),
  );
});
