import {
  EmitterImpl,
  type SessionDescriptionHandler,
  SIPExtension,
  type Transport,
  TransportState,
  URI,
  UserAgent,
  type UserAgentDelegate,
} from 'sip.js';

const SDP = 'v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 4000 RTP/AVP 0\r\n';

/** A socket whose far end is the test: it sees what is sent, and says what arrives. */
export class FakeTransport implements Transport {
  readonly protocol = 'WS';
  readonly stateChange = new EmitterImpl<TransportState>();
  state = TransportState.Connected;
  onConnect: (() => void) | undefined;
  onDisconnect: ((error?: Error) => void) | undefined;
  onMessage: ((message: string) => void) | undefined;
  readonly sent: string[] = [];
  broken = false;

  isConnected(): boolean {
    return this.state === TransportState.Connected;
  }
  connect(): Promise<void> {
    return Promise.resolve();
  }
  disconnect(): Promise<void> {
    return Promise.resolve();
  }
  dispose(): Promise<void> {
    return Promise.resolve();
  }
  send(message: string): Promise<void> {
    this.sent.push(message);
    return this.broken ? Promise.reject(new Error('Not connected.')) : Promise.resolve();
  }

  /** First lines of what was sent, without addresses. */
  get said(): readonly string[] {
    return this.sent.map((message) => message.replace(/^SIP\/2\.0 /, '').split(' ', 1)[0] ?? '');
  }

  last(start: string): string {
    const found = this.sent.findLast((message) => message.startsWith(start));
    if (found === undefined) throw new Error(`No ${start} was sent`);
    return found;
  }

  /** Answers the last request of that method. */
  answer(
    method: string,
    status: number,
    headers: readonly string[] = [],
    contact: string | null = 'sip:far@far.invalid;transport=ws',
  ): void {
    const request = this.last(method);
    const to = header(request, 'To');
    this.arrive([
      `SIP/2.0 ${status} Said`,
      `Via: ${header(request, 'Via')}`,
      `From: ${header(request, 'From')}`,
      `To: ${status === 100 || to.includes('tag=') ? to : `${to};tag=far`}`,
      `Call-ID: ${header(request, 'Call-ID')}`,
      `CSeq: ${header(request, 'CSeq')}`,
      ...(contact === null ? [] : [`Contact: <${contact}>`]),
      ...headers,
      ...(method === 'INVITE' && status === 200 ? ['Content-Type: application/sdp', '', SDP] : ['', '']),
    ]);
  }

  arrive(lines: readonly string[]): void {
    this.onMessage?.(lines.join('\r\n'));
  }
}

export function header(message: string, name: string): string {
  return new RegExp(`^${name}: (.*)\r$`, 'm').exec(message)?.[1] ?? '';
}

/** A user agent on that transport, without any media. */
export async function agentOn(transport: FakeTransport, delegate: UserAgentDelegate = {}): Promise<UserAgent> {
  const agent = new UserAgent({
    uri: new URI('sip', '1001', 'cluster.test'),
    viaHost: 'near.invalid',
    sipExtensionReplaces: SIPExtension.Supported,
    logBuiltinEnabled: false,
    logConfiguration: false,
    sessionDescriptionHandlerFactory: () => new NoMedia(),
    transportConstructor: class {
      constructor() {
        // biome-ignore lint/correctness/noConstructorReturn: SIP.js makes the transport itself, and the test needs it
        return transport;
      }
    } as unknown as new () => Transport,
    delegate,
  });
  await agent.start();
  return agent;
}

class NoMedia implements SessionDescriptionHandler {
  close(): void {}
  getDescription(): Promise<{ body: string; contentType: string }> {
    return Promise.resolve({ body: SDP, contentType: 'application/sdp' });
  }
  hasDescription(contentType: string): boolean {
    return contentType === 'application/sdp';
  }
  rollbackDescription(): Promise<void> {
    return Promise.resolve();
  }
  setDescription(): Promise<void> {
    return Promise.resolve();
  }
  sendDtmf(): boolean {
    return true;
  }
}

/** The INVITE of somebody who calls us. */
export const incomingInvite = (
  agent: UserAgent,
  callId = 'theirs',
  headers: readonly string[] = [],
): readonly string[] => [
  `INVITE ${agent.contact.uri} SIP/2.0`,
  `Via: SIP/2.0/WS far.invalid;branch=z9hG4bKinvite-${callId}`,
  'From: "Bob" <sip:1002@cluster.test>;tag=far',
  'To: <sip:1001@cluster.test>',
  `Call-ID: ${callId}`,
  'CSeq: 1 INVITE',
  'Max-Forwards: 70',
  'Contact: <sip:far@far.invalid;transport=ws>',
  ...headers,
  'Content-Type: application/sdp',
  '',
  SDP,
];
