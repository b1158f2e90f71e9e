import { expect, test } from 'vitest';
import { sourceOf } from '../../../src-renderer/line/caller-source';

test.each([
  ['inside', ['<urn:alert:source:internal>']],
  ['outside', ['<urn:alert:source:external>']],
  ['inside', ['<http://pbx.test>;info=alert-internal;x-line-id=0']],
  ['outside', ['<http://www.notused.com>; info="alert-external"']],
  ['outside', ['info=external']],
  ['inside', ['Internal']],
  ['inside', ['<file://Bellcore-dr1/>']],
  ['outside', ['<http://127.0.0.1/Bellcore-dr2>']],
  ['outside', ['Bellcore-dr3']],
  ['outside', ['<http://pbx.test/ring.wav>', '<urn:alert:source:external>', '<urn:alert:source:internal>']],
  ['inside', ['<urn:alert:priority:high>, <urn:alert:source:internal>, <http://x/Bellcore-dr2>']],
  [null, []],
  [null, ['<http://internal.pbx.test/ring.wav>']],
  [null, ['<urn:alert:source:friend>']],
  [null, ['<sip:pbx.test>;info=alert-autoanswer']],
  [null, ['<http://pbx.test/bellcore.wav>;info=internalise']],
] as const)('%s is who calls with Alert-Info %j', (source, headers) => {
  expect(sourceOf({ getHeaders: (name) => (name === 'alert-info' ? headers : []) })).toBe(source);
});
