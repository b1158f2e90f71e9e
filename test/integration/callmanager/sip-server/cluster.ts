import { onTestFinished } from 'vitest';
import {
  type CallEvent,
  type LineFeatures,
  SipServer,
  type SipServerOptions,
  type SipUser,
  type WaitingMessages,
} from '../../../../src-main/callmanager/sip-server/sip-server';
import { ManualClock } from '../../../support/manual-clock';
import { Facts } from './facts';
import { Phone } from './phone';
import { RawPhone } from './raw-phone';

export const DOMAIN = 'cluster.test';

const NAMES = ['Alice', 'Bob', 'Carol', 'Dave'];

export interface TestUser extends SipUser {
  readonly password: string;
}

const USERS: readonly TestUser[] = NAMES.map((displayName, index) => ({
  number: String(1001 + index),
  displayName,
  device: `SEP${1001 + index}`,
  password: `secret of ${displayName}`,
}));

const NOTHING_CONFIGURED: LineFeatures = {
  forwardAll: null,
  forwardBusy: null,
  forwardNoAnswer: null,
  ringSeconds: 12,
  callWaiting: false,
};

export type Told = Pick<CallEvent, 'from' | 'to' | 'state' | 'status'>;

/** A phone signs with its number, or, where several share the line, with its number and a name of its own: "1002/kitchen". */
const numberOf = (authenticationUser: string): string => authenticationUser.split('/')[0] ?? '';

/** A running server with four users, and all that it has told. */
export class Cluster {
  readonly clock = new ManualClock();
  readonly calls = new Facts<CallEvent>();
  readonly registrations = new Facts<readonly [string, number]>();
  readonly traced = new Facts<string>();
  readonly offHook = new Set<string>();
  /** Phones that are not to be disturbed. */
  readonly undisturbed = new Set<string>();
  readonly features = new Map<string, LineFeatures>();
  /** Voice messages, by number. */
  readonly messages = new Map<string, WaitingMessages>();
  users: readonly TestUser[] = USERS;
  #server: SipServer | undefined;

  static async start(options: Partial<SipServerOptions> = {}): Promise<Cluster> {
    const cluster = new Cluster();
    cluster.#server = await SipServer.listen(
      { port: 0, domain: DOMAIN, ...options },
      {
        findUser: (number) => cluster.users.find((user) => user.number === number),
        featuresOf: (number) => cluster.features.get(number),
        passwordOf: (name) => cluster.users.find(({ number }) => number === numberOf(name))?.password,
        findLine: (name, number) =>
          number === numberOf(name) ? { ...cluster.user(number), device: `SEP${name}` } : undefined,
        isBusy: (number) => cluster.offHook.has(number),
        refusesCalls: (device) => cluster.undisturbed.has(device),
        messagesOf: (number) => cluster.messages.get(number) ?? { unheard: 0, heard: 0 },
        onRegistration: (number, devices) => cluster.registrations.add([number, devices.length]),
        onCall: (event) => cluster.calls.add(event),
        trace: (text) => cluster.traced.add(text),
      },
      cluster.clock,
    );
    onTestFinished(() => cluster.stop());
    return cluster;
  }

  get server(): SipServer {
    if (!this.#server) throw new Error('Not started');
    return this.#server;
  }

  get url(): string {
    return `ws://127.0.0.1:${this.server.port}`;
  }

  /** Configures a number. What is not said is not configured. */
  configure(number: string, features: Partial<LineFeatures>): void {
    this.features.set(number, { ...NOTHING_CONFIGURED, ...features });
  }

  stop(): Promise<void> {
    return this.server.close();
  }

  user(number: string): TestUser {
    const user = this.users.find((each) => each.number === number);
    if (!user) throw new Error(`No user ${number}`);
    return user;
  }

  /** A SIP.js user agent, connected and registered. */
  async phone(number: string, authenticationUser = number): Promise<Phone> {
    const phone = await this.unregisteredPhone(number, this.user(number).password, authenticationUser);
    await phone.register();
    return phone;
  }

  async unregisteredPhone(
    number: string,
    password = this.user(number).password,
    authenticationUser = number,
  ): Promise<Phone> {
    const phone = new Phone(this.url, number, DOMAIN, password, authenticationUser);
    onTestFinished(() => phone.unplug());
    await phone.connect();
    return phone;
  }

  /** A bare WebSocket that says what the test makes it say. */
  async rawPhone(number: string, authenticationUser = number): Promise<RawPhone> {
    const phone = await RawPhone.connect(this.url, this.user(number), DOMAIN, authenticationUser);
    onTestFinished(() => {
      phone.unplug();
      phone.received.close();
    });
    return phone;
  }

  /** What was told of calls, without their ids. */
  get story(): readonly Told[] {
    return this.calls.all.map(({ from, to, state, status }) => ({ from, to, state, status }));
  }

  ended(): Promise<CallEvent> {
    return this.calls.next(({ state }) => state === 'ended');
  }
}

export const told = (from: string, to: string, state: Told['state'], status: number | null = null): Told => ({
  from,
  to,
  state,
  status,
});
