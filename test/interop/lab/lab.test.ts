import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ProcessIdentity, processTree, stillRunning } from '../../support/processes.ts';
import { peakOf, secondsOf } from '../../support/recording.ts';
import { toneSpans } from '../../support/tone-levels.ts';
import { waitFor } from '../../support/wait-for.ts';
import { BareClient, type BareWatch, Lab, type LabOptions } from './index.ts';

/** The lab's own proof, without a phone of ours: what the stories rest on. */
let lab: Lab;

const startLab = async (options?: LabOptions): Promise<void> => {
  lab = await Lab.start(options);
};

/** What each NOTIFY says of the line: the calls that are over stay in the list for a while. */
const statesOf = (watch: BareWatch): readonly string[] =>
  watch.notifies.map(({ body }) => /<state>\s*(early|confirmed)/.exec(body)?.[1] ?? 'free');

const free = /^(?!.*<state>(early|confirmed))/s;

const basicOf = (watch: BareWatch): readonly string[] =>
  watch.notifies.map(({ body }) => /<basic>(\w+)/.exec(body)?.[1] ?? 'nothing');

describe('registration', () => {
  beforeAll(() => startLab({ media: false }));
  afterAll(() => lab.stop());

  test('a password is asked for, over ws and over wss', async () => {
    const { ws, wss } = lab.kamailio;
    const { authority } = lab.certificates;
    const statuses: number[] = [];
    for (const [server, password] of [
      [ws, 'secret-of-1001'],
      [ws, 'guessed'],
      [wss, 'secret-of-1001'],
      [wss, 'guessed'],
    ] as const) {
      const client = await BareClient.connect({ number: '1001', password, server, authority });
      statuses.push(await client.register());
      client.close();
    }
    expect(statuses).toEqual([200, 401, 200, 401]);
  });

  test('nobody registers or publishes for somebody else', async () => {
    const client = await lab.bareClient('1001');
    const publication = await client.ask({
      method: 'PUBLISH',
      uri: 'sip:1002@pbx.test',
      headers: ['Event: presence', 'Expires: 60', 'Content-Type: application/pidf+xml'],
      body: '<presence xmlns="urn:ietf:params:xml:ns:pidf" entity="sip:1002@pbx.test"/>',
    });
    const registration = await client.ask({
      method: 'REGISTER',
      uri: 'sip:pbx.test',
      to: 'sip:1002@pbx.test',
      headers: ['Contact: <sip:1001@thief.invalid;transport=ws>', 'Expires: 60'],
    });
    expect([publication.status, registration.status]).toEqual([407, 401]);
  });

  test('each bad certificate is refused for what is wrong with it', async () => {
    const causes: Record<string, string> = {};
    for (const kind of ['expired', 'wrongHost', 'selfSigned', 'good'] as const) {
      const front = await lab.tlsFront(kind);
      causes[kind] = await lab.bareClient('1004', { server: front.address }).then(
        () => 'trusted',
        (error: NodeJS.ErrnoException) => error.code ?? error.message,
      );
    }
    expect(causes).toEqual({
      expired: 'CERT_HAS_EXPIRED',
      wrongHost: 'ERR_TLS_CERT_ALTNAME_INVALID',
      selfSigned: 'DEPTH_ZERO_SELF_SIGNED_CERT',
      good: 'trusted',
    });
  });
});

describe('what is told of a line', () => {
  beforeAll(() => startLab());
  afterAll(() => lab.stop());

  test('a call: early, confirmed, terminated', async () => {
    const [called, caller] = [await lab.deskPhone('1002'), await lab.deskPhone('1003', { tone: 1000 })];
    const watcher = await lab.bareClient('1001');
    const watch = await watcher.watch('1002', 'dialog');
    await watch.until('the first state', /<state>terminated/);

    await caller.dial('1002');
    await called.until('CALL_INCOMING');
    await called.answer();
    await caller.until('CALL_ESTABLISHED');
    await watch.until('confirmed', /<state>confirmed/);
    const heard = await waitFor('a second of sound', () =>
      called.heard.find((recording) => secondsOf(recording) > 1 && peakOf(recording) > 0.1),
    );
    const before = caller.events.length;
    await called.hold();
    await caller.until('CALL_REMOTE_SDP', before);
    await called.resume();
    const talking = watch.notifies.length;
    await called.hangUp();
    const freed = await watch.until('terminated', free, talking);

    expect({ states: statesOf(watch), state: freed.state.split(';')[0] }).toEqual({
      states: ['free', 'early', 'confirmed', 'free'],
      state: 'active',
    });
    expect(toneSpans(heard, [1000]).length, 'the tone of 1003').toBeGreaterThan(0);
  });

  test('a phone that refreshes its registration stays open', async () => {
    const phone = await lab.bareClient('1004');
    const watch = await (await lab.bareClient('1001')).watch('1004', 'presence');
    await watch.until('open', /<basic>open/);
    await phone.register();
    await waitFor('what the refresh tells', () => watch.notifies.length > 1);
    await phone.register(0);
    await watch.until('closed', /<basic>closed/);
    expect(basicOf(watch)).toEqual(['open', 'open', 'closed']);
  });

  test('a registration: open, closed, open again, and closed when its socket breaks', async () => {
    const watcher = await lab.bareClient('1001');
    const watch = await watcher.watch('1004', 'presence');
    await waitFor('the first state', () => watch.notifies.length > 0);
    const phone = await lab.deskPhone('1004');
    await watch.until('open', /<basic>open/);
    await phone.unregister();
    await watch.until('closed', /<basic>closed/);
    await phone.register();
    await watch.until('open again', /<basic>open/, 3);
    await phone.stop();
    await watch.until('closed again', /<basic>closed/, 4);
    const web = await lab.bareClient('1004');
    await watch.until('open on the web', /<basic>open/, 5);
    web.close();
    await watch.until('closed by the broken socket', /<basic>closed/, 6);

    expect(basicOf(watch)).toEqual(['nothing', 'open', 'closed', 'open', 'closed', 'open', 'closed']);
  });
});

describe('many calls in a row', () => {
  beforeAll(() => startLab({ media: false }));
  afterAll(() => lab.stop());

  test('calls of a moment leave no line busy for good', async () => {
    const [caller, watcher] = [await lab.deskPhone('1002'), await lab.bareClient('1001')];
    await lab.scriptedPhone('1003', 'answering', 20);
    const [called, calling] = [await watcher.watch('1003', 'dialog'), await watcher.watch('1002', 'dialog')];
    for (let call = 0; call < 20; call += 1) {
      const [events, notifies] = [caller.events.length, called.notifies.length];
      await caller.dial('1003');
      await caller.until('CALL_CLOSED', events);
      await called.until('a call', /<state>(early|confirmed)/, notifies);
      await called.until('its end', free, notifies + 1);
    }
    await waitFor('the last end', () => statesOf(calling).at(-1) === 'free');
  });
});

describe('what a call is answered with', () => {
  beforeAll(() => startLab({ media: false }));
  afterAll(() => lab.stop());

  const outcomeOf = async (number: string): Promise<string> => {
    const caller = await lab.deskPhone('1001');
    await caller.dial(number);
    const { param = '' } = await caller.until('CALL_CLOSED');
    await caller.close();
    return param;
  };

  test('busy, not registered, not a number of the domain', async () => {
    const busy = await lab.scriptedPhone('1002', 'busy');
    const outcomes = [await outcomeOf('1002'), await outcomeOf('1003'), await outcomeOf('1009')];
    await busy.stop();
    const watcher = await lab.bareClient('1001');
    const watches = [await watcher.watch('1003', 'dialog'), await watcher.watch('1009', 'dialog')];

    expect({ outcomes, watches: watches.map(({ status }) => status) }).toEqual({
      outcomes: ['486 Busy Here', '480 Temporarily Unavailable', '404 Not Found'],
      watches: [200, 404],
    });
  });

  test('a phone that rings is left alone; another answers and hangs up', async () => {
    const watcher = await lab.bareClient('1004');
    const watch = await watcher.watch('1003', 'dialog');
    const caller = await lab.deskPhone('1001');

    const ringing = await lab.scriptedPhone('1003', 'ringing');
    await caller.dial('1003');
    await caller.until('CALL_RINGING');
    await watch.until('early', /<state>early/);
    await caller.hangUp();
    await watch.until('terminated', free, 2);
    await ringing.stop();

    const answering = await lab.scriptedPhone('1003', 'answering', 300);
    const before = caller.events.length;
    await caller.dial('1003');
    await caller.until('CALL_CLOSED', before);
    await watch.until('terminated again', free, 5);
    await answering.stop();

    expect(statesOf(watch)).toEqual(['free', 'early', 'free', 'early', 'confirmed', 'free']);
  });
});

describe('faults', () => {
  let processes: readonly ProcessIdentity[] = [];
  const started = (...pids: readonly (number | null | undefined)[]): void => {
    processes = [...processes, ...pids.flatMap((pid) => (pid ? processTree(pid) : []))];
  };
  beforeAll(() => startLab());
  afterAll(() => lab.stop());

  test('the network is cut and comes back on the same port', async () => {
    const proxy = await lab.proxy();
    const client = await lab.bareClient('1001', { server: proxy.address });
    await proxy.cut();
    await expect(client.register()).rejects.toThrow();
    await expect(lab.bareClient('1001', { server: proxy.address })).rejects.toThrow('ECONNREFUSED');
    await proxy.restore();
    await lab.bareClient('1001', { server: proxy.address });
  });

  test('the server restarts on the same ports and has forgotten who was registered', async () => {
    started(lab.kamailio.pid);
    await lab.deskPhone('1002');
    await lab.kamailio.restart();
    const watcher = await lab.bareClient('1001');
    const watch = await watcher.watch('1002', 'presence');
    await waitFor('the first state', () => watch.notifies.length > 0);
    expect(basicOf(watch)).toEqual(['nothing']);
  });

  test('everything stops, and nothing of it is left', async () => {
    const [desk, scripted] = [await lab.deskPhone('1003'), await lab.scriptedPhone('1004', 'ringing')];
    started(lab.kamailio.pid, lab.rtpengine?.pid, desk.pid, scripted.pid);
    expect(processes.length).toBeGreaterThan(20);
    await lab.stop();
    expect(stillRunning(processes).map(({ command }) => command)).toEqual([]);
  });
});
