import { mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { MediaQuestion, MediaReport } from '../../src-main/contract/media-gateway.ts';
import { bundle } from '../bundle.mjs';
import { networkSdp } from '../support/media/media-sdp.ts';
import { UndrivenApp } from '../support/undriven-app.ts';
import { waitFor } from '../support/wait-for.ts';

const root = resolve(import.meta.dirname, '../..');

const questions: readonly MediaQuestion[] = [
  {
    kind: 'open',
    id: 1,
    call: 'first',
    address: '127.0.0.1',
    publicAddress: null,
    srtp: 'off',
    ports: { from: 20_000, to: 29_999 },
  },
  { kind: 'networkOffer', id: 2, call: 'first', sdp: networkSdp('m=audio 4000 RTP/AVP 0') },
  { kind: 'pageAnswer', id: 3, call: 'second', sdp: 'v=0' },
];

test("the media gateway runs in a utility process of Electron's, with its native library", async () => {
  const out = mkdtempSync(join(root, 'node_modules', '.bundled-'));
  const script = await bundle(root, 'src-main/media-gateway/utility-process.ts', out);
  const app = UndrivenApp.start(join(root, 'test/support/media/utility-host.cjs'), script, JSON.stringify(questions));
  const reports = (): readonly MediaReport[] =>
    [...app.output.matchAll(/^REPORT (.*)$/gm)].map(([, json]) => JSON.parse(json ?? ''));
  try {
    await waitFor('three answers', () => reports().length === 3, { otherwise: () => app.output });
    expect(reports().toSorted((one, other) => ('id' in one && 'id' in other ? one.id - other.id : 0))).toEqual([
      { kind: 'answer', id: 1, sdp: '', candidate: null },
      { kind: 'answer', id: 2, candidate: null, sdp: expect.stringMatching(/m=audio \d+ UDP\/TLS\/RTP\/SAVPF 0\r\n/) },
      { kind: 'refused', id: 3, reason: 'noSuchCall' },
    ]);
  } finally {
    await app.end();
    rmSync(out, { recursive: true });
  }
});
