import { expect, test } from 'vitest';
import type { SipReport } from '../../../src-main/contract/sip-transport.ts';
import { nodeResolver } from '../../../src-main/sip-transport/locate/node-resolver.ts';
import { sipTransports } from '../../../src-main/sip-transport/node-sip-transport.ts';
import { PlainSipServer } from '../../support/sip-text/plain-sip-server.ts';
import { request } from '../../support/sip-text/sip-text.ts';
import { serverAt } from '../../support/sip-text/transport-stage.ts';
import { waitFor } from '../../support/wait-for.ts';

test("a line finds its server by this machine's names", async () => {
  const server = await PlainSipServer.start();
  const reports: SipReport[] = [];
  const transport = (await sipTransports())((report) => reports.push(report));
  try {
    transport.obey({ kind: 'connect', server: serverAt({ host: 'localhost', port: server.port, transport: 'tcp' }) });
    await waitFor('the connection', () => reports.find(({ kind }) => kind === 'connected'));
    transport.obey({ kind: 'send', id: 1, text: request('OPTIONS') });
    await waitFor('an answer', () => reports.find(({ kind }) => kind === 'received'));
    expect(server.methods).toEqual(['TCP OPTIONS']);
  } finally {
    transport.dispose();
    await server.stop();
  }
});

test('a name that is none is told as such', async () => {
  expect(await nodeResolver().addresses('nobody.invalid')).toMatchObject({ ok: false });
});
