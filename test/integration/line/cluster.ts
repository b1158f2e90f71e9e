import { type CallEvent, SipServer } from '../../../src-main/callmanager/sip-server/sip-server';
import { type Account, USUAL_CODECS } from '../../../src-main/contract/line-port';

const DOMAIN = 'cluster.test';
const USERS = new Map(
  [
    { number: '1001', displayName: 'Alice Alpha', password: 'a-secret' },
    { number: '1002', displayName: 'Bob Beta', password: 'b-secret' },
    { number: '1003', displayName: 'Carol Gamma', password: 'c-secret' },
  ].map((user) => [user.number, user]),
);

/** A SIP server with three users, that can be stopped and started again on the same port. */
export class Cluster {
  readonly calls: CallEvent[] = [];
  readonly contacts = new Map<string, number>();
  #server: SipServer | null = null;
  #port = 0;
  #origins: readonly string[] = [];

  /** @param address of a page that may connect */
  allow(address: string): void {
    this.#origins = [new URL(address).origin];
  }

  async start(): Promise<void> {
    this.#server = await SipServer.listen(
      { port: this.#port, domain: DOMAIN, origins: this.#origins },
      {
        findUser: (number) => USERS.get(number),
        featuresOf: () => undefined,
        passwordOf: (name) => USERS.get(name)?.password,
        findLine: (name, number) => {
          const user = name === number ? USERS.get(number) : undefined;
          return user && { ...user, device: `SEP${number}` };
        },
        isBusy: () => false,
        refusesCalls: () => false,
        onRegistration: (number, devices) => this.contacts.set(number, devices.length),
        onCall: (call) => this.calls.push(call),
        trace: process.env.TRACE ? console.log : () => {},
      },
    );
    this.#port = this.#server.port;
  }

  async stop(): Promise<void> {
    await this.#server?.close();
    this.#server = null;
  }

  get port(): number {
    return this.#port;
  }

  account(number: string, changes: Partial<Account> = {}): Account {
    const user = USERS.get(number);
    return {
      number,
      displayName: user?.displayName ?? '',
      domain: DOMAIN,
      authenticationUser: number,
      password: user?.password ?? '',
      server: `ws://127.0.0.1:${this.#port}`,
      expires: 300,
      iceServers: [],
      codecs: [...USUAL_CODECS],
      contact: 'invalid',
      digits: 'rfc4733',
      ...changes,
    };
  }
}
