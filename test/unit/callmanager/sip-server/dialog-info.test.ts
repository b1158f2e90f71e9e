import { expect, test } from 'vitest';
import { dialogInfo } from '../../../../src-main/callmanager/sip-server/dialog-info';

test('a number without calls is an empty list', () => {
  expect(dialogInfo('sip:1002@cluster.test', 4, [])).toBe(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<dialog-info xmlns="urn:ietf:params:xml:ns:dialog-info" version="4" state="full" entity="sip:1002@cluster.test">',
      '</dialog-info>',
      '',
    ].join('\r\n'),
  );
});

test('whatever a name or a Call-ID holds, the document stays a document', () => {
  const document = dialogInfo('sip:1002@cluster.test', 0, [
    {
      id: 'one',
      callId: `"'<&>`,
      direction: 'recipient',
      state: 'early',
      remote: { uri: 'sip:1001@cluster.test', displayName: 'A\u0000\u000Bl\uD800\uFFFFice ☎ 𝄞' },
    },
  ]);
  expect(document.split('\r\n')[2]).toBe(
    '<dialog id="one" call-id="&quot;&apos;&lt;&amp;&gt;" direction="recipient"><state>early</state>' +
      '<remote><identity display="Alice ☎ 𝄞">sip:1001@cluster.test</identity>' +
      '<target uri="sip:1001@cluster.test"/></remote></dialog>',
  );
});
