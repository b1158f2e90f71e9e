import { resolve } from 'node:path';
import type { StoryRecorder } from '../../../src-main/app/recording/story-recorder';
import { CiscoExtendedFunctions } from '../../../src-main/cef/cisco-extended-functions';
import type { CallBackRequest } from '../../../src-main/cef/ports';
import { Dictionaries } from '../../../src-main/cef/screen-saver/dictionaries';
import { ScreenSaver } from '../../../src-main/cef/screen-saver/screen-saver';
import { Sdi } from '../../../src-main/cef/sdi/sdi';
import { readDictionaryFiles } from '../../../src-main/cef-host/read-dictionaries';
import type { Account, LineCommand, LineEvent } from '../../../src-main/contract/line-port';
import { DEFAULT_PARAMETERS } from '../../../src-main/contract/service-parameters';
import type { EventPackage } from '../../../src-main/contract/subscription-port';
import type { PbxLine } from '../../../src-main/pbx/own-lines';
import { PbxLink } from '../../../src-main/pbx/pbx-link';
import { parseXsiObject } from '../../../src-main/xsi/objects/parse';
import { ManualClock } from '../../support/manual-clock';

const PHONE = 'SEP000000000001';
const dictionaries = Dictionaries.read(
  readDictionaryFiles(resolve('assets/dictionaries'), 'call-back-dictionary.xml'),
  (problem) => {
    throw new Error(problem);
  },
);

const ACCOUNT: Account = {
  number: '1001',
  displayName: 'Alice',
  domain: 'pbx.test',
  authenticationUser: '1001',
  password: 'secret',
  server: 'wss://pbx.test',
  expires: 300,
  iceServers: [],
  codecs: ['PCMU'],
  contact: 'invalid',
  digits: 'rfc4733',
};

type Answers = Readonly<Partial<Record<EventPackage, number | string>>>;

/**
 * A phone on somebody else's server, all but the phone and the server: the real service over the real link. The test is the
 * server, and reads what the user would see as a list of words.
 */
export class PbxDesk {
  readonly clock = new ManualClock();
  readonly said: string[] = [];
  readonly requests = new Map<string, CallBackRequest>();
  /** The store takes nothing. */
  diskFull = false;
  readonly link: PbxLink;
  readonly #commands: LineCommand[] = [];
  readonly #service: CiscoExtendedFunctions;
  #calls = 0;
  #answers: Answers = {};

  /** @param recorder writes down what the desk goes through */
  constructor(line: Partial<PbxLine> = {}, recorder: StoryRecorder | null = null) {
    this.link = new PbxLink(PHONE, {
      now: () => this.clock.now(),
      station: {
        deliver: (_device, xml) => this.#deliver(xml),
        showPrompt: (_device, text) => this.said.push(text),
        makeCall: (_device, number) => this.said.push(`calls ${number}`),
        showWatch: (_device, watch) => this.said.push(watch ? `${watch.number}: ${watch.means}` : 'no watch'),
        showSpeedDial: () => {},
        showRemoteInUse: () => {},
        showMessages: () => {},
      },
      send: (command) => this.#command(command),
      waiterFor: (number) => [...this.requests.values()].find(({ called }) => called === number)?.calling,
      localeOf: () => 'English_United_States',
      trace: () => {},
      record: (input) => recorder?.linkHeard(input, this.clock.now()),
    });
    const { clock } = this;
    this.#service = new CiscoExtendedFunctions({
      database: this.link,
      store: {
        takeOver: () => {},
        load: () => [...this.requests.values()],
        together: (write) => {
          if (this.diskFull) throw new Error('database or disk is full');
          write();
        },
        save: (request) => void this.requests.set(request.device, request),
        remove: (device) => void this.requests.delete(device),
      },
      screenSaver: new ScreenSaver(dictionaries),
      sdi: new Sdi('CEF', clock, { write: () => {} }),
      clock,
      parameters: { ...DEFAULT_PARAMETERS, idleGuard: 0 },
      recorder,
    });
    this.#service.start(this.link);
    this.link.setLines([
      { id: 'a', number: '1001', identity: 'sip:1001@pbx.test', lastResort: 'never', askEvery: 30, ...line },
    ]);
    this.link.start(this.#service);
    this.registered();
  }

  /** What was said since the last time. */
  heard(): readonly string[] {
    return this.said.splice(0);
  }

  removeLine(): void {
    this.link.sent({ kind: 'removeLine', line: 'a' });
  }

  /** The line page is told of our line, with that account. */
  addLine(change: Partial<Account> = {}): void {
    this.link.sent({ kind: 'addLine', line: 'a', account: { ...ACCOUNT, ...change } });
  }

  registered(): void {
    this.event({ kind: 'registration', line: 'a', state: 'registered', status: null });
  }

  /** How the server answers subscriptions from now on: a document, or the status of a refusal. Silent otherwise. */
  serves(answers: Answers): this {
    this.#answers = answers;
    return this;
  }

  /** A call of ours that the far end refuses, or, with 0, that rings until CallBack is pressed. */
  calling(number: string, status: number, headers: Partial<Extract<LineEvent, { kind: 'response' }>> = {}): string {
    this.#calls += 1;
    const about = { line: 'a', call: `call-${this.#calls}` } as const;
    const none = { callInfo: [], diversion: [], historyInfo: [] };
    this.event({ kind: 'placed', ...about, target: number, sipCallId: `${about.call}@phone` });
    this.link.hookChanged(PHONE, 'a');
    this.event({ kind: 'response', ...about, status: status || 180, ...none, ...headers });
    if (status) this.event({ kind: 'ended', ...about, by: 'far', status });
    return about.call;
  }

  /** CallBack on the call of that outcome: the phone releases it first. @returns false if no service is there */
  callBack(number: string): boolean {
    this.link.hookChanged(PHONE, null);
    const taken = this.link.callBackPressed(PHONE, 'a', { number, outcome: 'busy' });
    this.event({ kind: 'ended', line: 'a', call: `call-${this.#calls}`, by: 'near', status: null });
    return taken;
  }

  async idle(): Promise<void> {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  }

  async seconds(count: number): Promise<void> {
    for (let second = 0; second < count; second++) {
      this.clock.pass(1000);
      this.link.tick();
      await this.idle();
    }
  }

  /** The server sends a document on the living subscription of a package. */
  notify(event: EventPackage, body: string): void {
    const living = this.#commands.findLast(
      (command) =>
        command.kind === 'subscribe' &&
        command.event === event &&
        !command.once &&
        !this.#isEnded(command.subscription),
    );
    if (living?.kind !== 'subscribe') throw new Error(`nobody has subscribed to ${event}`);
    this.event({ kind: 'notified', line: 'a', subscription: living.subscription, contentType: '', body });
  }

  /** Every command about a package, as "subscribe", "ask once", "unsubscribe". */
  sent(): readonly string[] {
    return this.#commands.flatMap((command) => {
      if (command.kind === 'subscribe')
        return [`${command.once ? 'fetch' : 'subscribe'} ${command.event} ${command.target}`];
      if (command.kind === 'unsubscribe') return [`unsubscribe ${command.subscription.split('/')[2]}`];
      if (command.kind === 'publish') return [`publish ${/<basic>(\w+)/.exec(command.body)?.[1]} ${command.target}`];
      return command.kind === 'ask' ? [`ask ${command.how}`] : [];
    });
  }

  last<Kind extends LineCommand['kind']>(kind: Kind): Extract<LineCommand, { kind: Kind }> {
    const found = this.#commands.findLast((command) => command.kind === kind);
    if (!found) throw new Error(`no ${kind} was sent`);
    return found as Extract<LineCommand, { kind: Kind }>;
  }

  hook(offHook: boolean): void {
    this.link.hookChanged(PHONE, offHook ? 'a' : null);
  }

  press(data: 'Dial' | 'Cancel'): void {
    const transaction = [...this.requests.values()][0]?.transaction ?? 0;
    this.link.userData(PHONE, { application: 2552, transaction, data });
  }

  event(event: LineEvent): void {
    this.link.onLineEvent(event);
  }

  #isEnded(id: string): boolean {
    return this.#commands.some((command) => command.kind === 'unsubscribe' && command.subscription === id);
  }

  #command(command: LineCommand): void {
    this.#commands.push(command);
    if (command.kind !== 'subscribe') return;
    const answer = this.#answers[command.event];
    if (answer === undefined) return;
    const about = { line: command.line, subscription: command.subscription } as const;
    // As over a wire: the answer comes after whatever is being done now.
    queueMicrotask(() => {
      if (typeof answer === 'number')
        return this.event({ kind: 'subscription', ...about, state: 'refused', status: answer, reason: null });
      this.event({ kind: 'subscription', ...about, state: 'active', status: null, reason: null });
      this.event({ kind: 'notified', ...about, contentType: '', body: answer });
    });
  }

  #deliver(xml: string): void {
    const object = parseXsiObject(xml);
    if (object.kind === 'CiscoIPPhoneText')
      this.said.push(object.text.split(/\. | Time /)[0]?.replace(/\.$/, '') ?? '');
    if (object.kind === 'CiscoIPPhoneExecute') this.said.push(...object.items.map(({ url }) => url));
  }
}

let version = 0;

/** A full document with these dialogs: "confirmed", "early other@host", … */
export function dialogs(...states: readonly string[]): string {
  version += 1;
  const all = states.map((text) => {
    const [state, callId = 'theirs@host', held] = text.split(' ');
    const remote = held ? '<local><target uri="sip:b"><param pname="+sip.rendering" pval="no"/></target></local>' : '';
    return `<dialog id="${callId}" call-id="${callId}" direction="recipient"><state>${state}</state>${remote}</dialog>`;
  });
  return `<dialog-info xmlns="urn:ietf:params:xml:ns:dialog-info" version="${version}" state="full" entity="sip:1002@pbx.test">${all.join('')}</dialog-info>`;
}

export const presence = (basic: 'open' | 'closed', note = ''): string =>
  `<presence xmlns="urn:ietf:params:xml:ns:pidf" entity="sip:1002@pbx.test"><tuple id="t"><status><basic>${basic}</basic></status>${note && `<note>${note}</note>`}</tuple></presence>`;
