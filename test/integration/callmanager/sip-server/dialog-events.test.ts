import { SubscriptionState } from 'sip.js';
import { describe, expect, test } from 'vitest';
import { Cluster, DOMAIN } from './cluster';
import type { Notified } from './phone';
import type { RawPhone } from './raw-phone';

const active = 'active;expires';
const over = 'terminated;reason=timeout';
const of = (direction: string, state: string, number: string) => `${direction} ${state} sip:${number}@${DOMAIN}`;
const tells = (text: string) => (notified: Notified) => notified.dialogs.some((dialog) => dialog.includes(text));

const subscription = (phone: RawPhone, ...headers: string[]) => ({
  method: 'SUBSCRIBE',
  uri: `sip:1002@${DOMAIN}`,
  headers: [phone.contact, ...headers],
});

describe('Watching a number', () => {
  test('a watcher of each end sees the whole call, in full and in order', async () => {
    const cluster = await Cluster.start();
    const [alice, bob, carol] = await Promise.all([
      cluster.phone('1001'),
      cluster.phone('1002'),
      cluster.phone('1003'),
    ]);
    const ofAlice = carol.subscribe('1001').notified;
    const ofBob = carol.subscribe('1002').notified;
    await Promise.all([ofAlice.until(() => true), ofBob.until(() => true)]);
    const [call] = await alice.talkTo(bob);
    await call.hangUp();
    await Promise.all([ofAlice.until(tells('terminated')), ofBob.until(tells('terminated'))]);
    const states = (direction: string, number: string, names: string[]) => [
      [],
      ...names.map((state) => [of(direction, state, number)]),
    ];
    expect(ofAlice.all.map(({ dialogs }) => dialogs)).toEqual(
      states('initiator', '1002', ['trying', 'proceeding', 'early', 'confirmed', 'terminated']),
    );
    expect(ofBob.all.map(({ dialogs }) => dialogs)).toEqual(
      states('recipient', '1001', ['trying', 'trying', 'early', 'confirmed', 'terminated']),
    );
    expect(ofBob.all.map(({ version, subscription }) => [version, subscription])).toEqual(
      ofBob.all.map((_, index) => [index, active]),
    );
  });

  test('who comes late is told what is going on; a new call does not repeat the old', async () => {
    const cluster = await Cluster.start();
    const [alice, bob, carol] = await Promise.all([
      cluster.phone('1001'),
      cluster.phone('1002'),
      cluster.phone('1003'),
    ]);
    const [call] = await alice.talkTo(bob);
    const { notified } = carol.subscribe('1002');
    expect((await notified.until(() => true)).dialogs).toEqual([of('recipient', 'confirmed', '1001')]);
    const terminated = notified.until(tells('terminated'));
    await call.hangUp();
    await terminated;
    const again = notified.next();
    await alice.ring(bob);
    expect((await again).dialogs).toEqual([of('recipient', 'trying', '1001')]);
  });

  test('a refusal is an end as well, and a call that was never offered is none', async () => {
    const cluster = await Cluster.start();
    const [alice, bob, carol] = await Promise.all([
      cluster.phone('1001'),
      cluster.phone('1002'),
      cluster.phone('1003'),
    ]);
    const { notified } = carol.subscribe('1002');
    await notified.until(() => true);
    cluster.offHook.add('1002');
    await (await alice.call('1002')).refusal;
    cluster.offHook.clear();
    const [, incoming] = await alice.ring(bob);
    await incoming.reject(486);
    await notified.until(tells('terminated'));
    expect(notified.all.map(({ dialogs }) => dialogs.join().split(' ')[1])).toEqual([
      undefined,
      'trying',
      'trying',
      'early',
      'terminated',
    ]);
  });

  test('a subscription is refreshed in its dialog, and ended by the watcher', async () => {
    const cluster = await Cluster.start();
    const carol = await cluster.phone('1003');
    const { subscriber, notified } = carol.subscribe('1002');
    await notified.until(({ version }) => version === 0);
    cluster.clock.pass(400_000);
    await subscriber.subscribe();
    await notified.until(({ version }) => version === 1);
    cluster.clock.pass(400_000);
    expect(notified.all.map(({ subscription }) => subscription)).toEqual([active, active]);
    await subscriber.unsubscribe();
    // SIP.js looks at no NOTIFY after it has unsubscribed, so the trace has to tell.
    await cluster.traced.until((text) => text.includes(`Subscription-State: ${over}`));
    expect([subscriber.state, cluster.clock.pending]).toEqual([SubscriptionState.Terminated, 0]);
  });

  test('a subscription that is not refreshed ends, and says so', async () => {
    const cluster = await Cluster.start();
    const carol = await cluster.rawPhone('1003');
    const granted = await carol.askWithPassword(subscription(carol, 'Event: dialog;id=7', 'Expires: 60'));
    const first = await carol.requested('NOTIFY');
    cluster.clock.pass(60_000);
    const last = await carol.requested('NOTIFY', carol.received.all.indexOf(first) + 1);
    const facts = [first, last].map((notify) => [notify.getHeader('event'), notify.getHeader('subscription-state')]);
    expect([granted.getHeader('expires'), facts, first.getHeader('content-type')]).toEqual([
      '60',
      [
        ['dialog;id=7', 'active;expires=60'],
        ['dialog;id=7', over],
      ],
      'application/dialog-info+xml',
    ]);
    const late = { ...subscription(carol, 'Event: dialog'), callId: first.callId, fromTag: 'x', toTag: first.fromTag };
    expect((await carol.ask(late)).statusCode).toBe(481);
  });

  test('one look without a subscription: Expires 0', async () => {
    const cluster = await Cluster.start();
    const carol = await cluster.rawPhone('1003');
    await carol.askWithPassword(subscription(carol, 'Event: dialog', 'Expires: 0'));
    expect((await carol.requested('NOTIFY')).getHeader('subscription-state')).toBe(over);
    expect(cluster.clock.pending).toBe(0);
  });

  test('what cannot be watched is refused with the reason', async () => {
    const cluster = await Cluster.start();
    const carol = await cluster.rawPhone('1003');
    const ask = async (uri: string, ...headers: string[]) => {
      const answer = await carol.askWithPassword({ method: 'SUBSCRIBE', uri, headers });
      return [answer.statusCode, answer.getHeader('allow-events') ?? answer.getHeader('min-expires')];
    };
    const bob = `sip:1002@${DOMAIN}`;
    expect([
      await ask(bob, carol.contact, 'Event: presence'),
      await ask(bob, carol.contact),
      await ask(`sip:9999@${DOMAIN}`, carol.contact, 'Event: dialog'),
      await ask(bob, 'Event: dialog'),
      await ask(bob, carol.contact, 'Event: dialog', 'Expires: 5'),
    ]).toEqual([
      [489, 'dialog, message-summary'],
      [489, 'dialog, message-summary'],
      [404, undefined],
      [400, undefined],
      [423, '60'],
    ]);
  });

  test('a refresh out of order is refused, one from another connection finds nothing', async () => {
    const cluster = await Cluster.start();
    const [carol, thief] = await Promise.all([cluster.rawPhone('1003'), cluster.rawPhone('1003')]);
    const asked = { ...subscription(carol, 'Event: dialog'), callId: 'watch', fromTag: 'carol' };
    const { toTag } = await carol.askWithPassword(asked);
    const refresh = (phone: RawPhone, sequence: number) => phone.ask({ ...asked, toTag, sequence });
    const statuses = [await refresh(carol, 2), await refresh(thief, 9), await refresh(carol, 3)];
    expect(statuses.map(({ statusCode }) => statusCode)).toEqual([500, 481, 200]);
  });

  test('a watcher whose plug is pulled is forgotten, the others are told on', async () => {
    const cluster = await Cluster.start();
    const [alice, bob, carol, dave] = await Promise.all(
      ['1001', '1002', '1003', '1004'].map((number) => cluster.phone(number)),
    );
    if (!alice || !bob || !carol || !dave) throw new Error('Four phones');
    const gone = carol.subscribe('1002').notified;
    const stays = dave.subscribe('1002').notified;
    await Promise.all([gone.until(() => true), stays.until(() => true)]);
    const unregistered = cluster.registrations.next();
    carol.unplug();
    await unregistered;
    await alice.ring(bob);
    await stays.until(tells('early'));
    expect([gone.all.length, cluster.clock.pending]).toEqual([1, 5]);
  });

  test('a watcher that refuses a NOTIFY is told no more; one that is only busy is', async () => {
    const cluster = await Cluster.start();
    const [carol, dave] = await Promise.all([cluster.rawPhone('1003'), cluster.rawPhone('1004')]);
    for (const [phone, status] of [
      [carol, 481],
      [dave, 500],
    ] as const) {
      await phone.askWithPassword(subscription(phone, 'Event: dialog'));
      phone.respond(await phone.requested('NOTIFY'), status);
      // An answered OPTIONS proves that what was sent before it has been read.
      await phone.ask({ method: 'OPTIONS', uri: `sip:${DOMAIN}` });
    }
    expect(cluster.clock.pending).toBe(1);
  });

  test('names in the document are escaped', async () => {
    const cluster = await Cluster.start();
    const name = `<Bob & "Co">`;
    cluster.users = cluster.users.map((user) => (user.number === '1002' ? { ...user, displayName: name } : user));
    const [alice, carol] = await Promise.all([cluster.phone('1001'), cluster.rawPhone('1003')]);
    await cluster.phone('1002');
    await carol.askWithPassword({ ...subscription(carol, 'Event: dialog'), uri: `sip:1001@${DOMAIN}` });
    const first = await carol.requested('NOTIFY');
    await alice.call('1002');
    const notify = await carol.requested('NOTIFY', carol.received.all.indexOf(first) + 1);
    expect(notify.body).toContain(
      '<identity display="&lt;Bob &amp; &quot;Co&quot;&gt;">sip:1002@cluster.test</identity>',
    );
  });
});
