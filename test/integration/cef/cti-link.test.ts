import { createServer, type Server } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { systemClock } from '../../../src-main/base/system-clock';
import { CtiManager } from '../../../src-main/callmanager/cti-manager/cti-manager';
import { QbeHelper, type QbeListener } from '../../../src-main/cef/qbe-helper/qbe-helper';
import type { CtiEvent } from '../../../src-main/contract/cti-messages';
import { waitFor } from '../../support/wait-for.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** An application that writes down what it hears. */
class Application implements QbeListener {
  readonly heard: (CtiEvent | 'open' | 'closed')[] = [];
  onDidOpen(): void {
    this.heard.push('open');
  }
  onDidClose(): void {
    this.heard.push('closed');
  }
  onEvent(event: CtiEvent): void {
    this.heard.push(event);
  }
  onRoll(): void {}
  onPressed(): void {}
}

async function startCtiManager(port = 0) {
  const done: string[] = [];
  const manager = new CtiManager({
    password: 'secret',
    isLine: (number) => ['1001', '1002'].includes(number),
    isDevice: (device) => device === 'SEP1001',
    detailOf: () => null,
    statusOf: () => 'offHook',
    deliver: (device, xml) => done.push(`${device} is shown ${xml}`),
    showPrompt: () => {},
    makeCall: (device, number) => done.push(`${device} calls ${number}`),
    clock: systemClock,
    onRoll: () => {},
    onPressLost: () => {},
    trace: () => {},
  });
  const taken = await manager.listen(port);
  closers.push(() => manager.close());
  return { manager, port: taken, done };
}

function connectApplication(port: number, password = 'secret') {
  const application = new Application();
  const traced: string[] = [];
  const link = new QbeHelper(
    {
      host: '127.0.0.1',
      port,
      application: { application: 'test', address: '127.0.0.1', port: 2552, instance: 'only' },
      password,
      retryAfter: 50,
      openWithin: 5000,
      answerWithin: 5000,
      heartBeatInterval: 30,
    },
    systemClock,
    application,
    (text) => traced.push(text),
  );
  link.start();
  closers.push(() => link.stop());
  return { application, link, traced };
}

async function open(port: number) {
  const connected = connectApplication(port);
  await waitFor('the provider to open', () => connected.application.heard.includes('open'));
  await connected.link.request('redundancy/takeOver', {});
  return connected;
}

test('an application hears of the lines that it has opened, and of no others, until it closes them', async () => {
  const { manager, port } = await startCtiManager();
  const { application, link } = await open(port);
  expect(await link.request('line/open', { number: '1002' })).toEqual({ ok: true, value: { status: 'offHook' } });
  manager.lineStatus('1001', 'ringing');
  manager.lineStatus('1002', 'onHook');
  await waitFor('the event', () => application.heard.length > 1);
  await link.request('line/close', { number: '1002' });
  manager.lineStatus('1002', 'offHook');
  // An answer that comes after the event would have come proves that the event was not sent.
  await link.request('line/open', { number: '1001' });
  expect(application.heard).toEqual(['open', { kind: 'lineStatus', number: '1002', status: 'onHook' }]);
});

test('a phone must be open to be sent a screen; calls of a followed phone are told', async () => {
  const { manager, port, done } = await startCtiManager();
  const { application, link } = await open(port);
  expect(await link.request('device/sendData', { device: 'SEP1001', xml: '<x/>' })).toEqual({
    ok: false,
    error: 'the phone SEP1001 is not open',
  });
  await link.request('device/open', { device: 'SEP1001' });
  await link.request('device/sendData', { device: 'SEP1001', xml: '<x/>' });
  await link.request('call/make', { device: 'SEP1001', number: '1002' });
  expect(done).toEqual(['SEP1001 is shown <x/>', 'SEP1001 calls 1002']);
  manager.callOutcome({ kind: 'callConnected', device: 'SEP1001', number: '1002' });
  await link.request('callBack/follow', { device: 'SEP1001' });
  manager.callOutcome({ kind: 'callFailed', device: 'SEP1001', number: '1002', status: 486 });
  await waitFor('the outcome', () => application.heard.length > 1);
  expect(application.heard).toEqual(['open', { kind: 'callFailed', device: 'SEP1001', number: '1002', status: 486 }]);
});

test.each([
  ['line/open', { number: '1009' }, 'there is no line 1009'],
  ['device/open', { device: 'SEP1009' }, 'there is no phone SEP1009'],
  ['line/open', { number: '' }, 'line/open: Invalid length: Expected >=1 but received 0'],
] as const)('%s %j is refused in words', async (name, parameters, words) => {
  const { port } = await startCtiManager();
  const { link } = await open(port);
  expect(await link.request(name, parameters as never)).toEqual({ ok: false, error: words });
});

test('a stranger with the wrong password opens nothing and hears nothing', async () => {
  const { manager, port } = await startCtiManager();
  const { application, traced } = connectApplication(port, 'guessed');
  await waitFor('the refusal', () => traced.includes('CTIManager did not open the provider: wrong password'));
  const member = await open(port);
  manager.deviceRemoved('SEP1001');
  await waitFor('the news', () => member.application.heard.length > 1);
  expect(member.application.heard).toEqual(['open', { kind: 'deviceRemoved', device: 'SEP1001' }]);
  expect(application.heard.filter((news) => news !== 'closed')).toEqual([]);
});

test('CTIManager goes and comes back at the same port: the link opens again by itself', async () => {
  const first = await startCtiManager();
  const { application } = await open(first.port);
  await first.manager.close();
  await waitFor('the loss', () => application.heard.includes('closed'));
  await startCtiManager(first.port);
  await waitFor('the link to open again', () => application.heard.filter((what) => what === 'open').length === 2);
  expect(application.heard.slice(0, 3)).toEqual(['open', 'closed', 'open']);
});

test('a port that somebody else has is left to him, and a free one taken', async () => {
  const stranger: Server = createServer();
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
  closers.push(() => new Promise((resolve) => stranger.close(resolve)));
  const address = stranger.address();
  const taken = typeof address === 'object' && address ? address.port : 0;
  const { port } = await startCtiManager(taken);
  expect(port).not.toBe(taken);
  await open(port);
});
