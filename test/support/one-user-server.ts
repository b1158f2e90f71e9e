import { SipServer } from '../../src-main/callmanager/sip-server/sip-server.ts';

/** Somebody else's SIP server, as far as the app can tell, with one user: 4711, Alice, whose password is "a-secret". */
export class OneUserServer {
  /** Contacts of the user. */
  registered = 0;
  #server: SipServer | null = null;

  static async start(): Promise<OneUserServer> {
    const one = new OneUserServer();
    const user = { number: '4711', displayName: 'Alice', device: 'SEP4711' };
    one.#server = await SipServer.listen(
      { port: 0, domain: 'company.test' },
      {
        findUser: (number) => (number === user.number ? user : undefined),
        featuresOf: () => undefined,
        passwordOf: (name) => (name === user.number ? 'a-secret' : undefined),
        findLine: (name, number) => (name === number && number === user.number ? user : undefined),
        isBusy: () => false,
        refusesCalls: () => false,
        onRegistration: (_number, devices) => {
          one.registered = devices.length;
        },
        onCall: () => {},
        trace: () => {},
      },
    );
    return one;
  }

  get port(): number {
    return this.#server?.port ?? 0;
  }

  async close(): Promise<void> {
    await this.#server?.close();
  }
}
