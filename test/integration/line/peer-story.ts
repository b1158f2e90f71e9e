import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { type Account, USUAL_CODECS } from '../../../src-main/contract/line-port';
import { SipPeer } from '../../support/sip-peer/sip-peer';
import { LinePageUnderTest, LineSite, launchChromium } from './line-page';

export const PASSWORD = 'a-password-that-nobody-prints';

/** The line page in a browser that stays open for all stories of a file. */
class Stage {
  readonly #site: LineSite;
  readonly #browser: Browser;

  private constructor(site: LineSite, browser: Browser) {
    this.#site = site;
    this.#browser = browser;
  }

  static async open(): Promise<Stage> {
    const [site, browser] = await Promise.all([LineSite.open(), launchChromium({ microphone: true })]);
    return new Stage(site, browser);
  }

  async story(): Promise<PeerStory> {
    const [page, peer] = await Promise.all([
      LinePageUnderTest.open(this.#browser, this.#site),
      SipPeer.listen({ password: PASSWORD }),
    ]);
    return new PeerStory(page, peer);
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#site.close();
  }
}

/** Every test of a file has its own story, on one stage, and fails where the page has said that something is wrong. */
export function onPeerStage(begin: (story: PeerStory) => unknown): void {
  let stage: Stage | undefined;
  let story: PeerStory | undefined;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterAll(() => stage?.close());
  beforeEach(async () => {
    story = await stage?.story();
    if (story) await begin(story);
  });
  afterEach(async () => {
    await story?.close();
    expect(story?.page.troubles).toEqual([]);
  });
}

/** Line 1001 and a server that does what the test tells it. */
export class PeerStory {
  constructor(
    readonly page: LinePageUnderTest,
    readonly peer: SipPeer,
  ) {}

  account(changes: Partial<Account> = {}): Account {
    return {
      number: '1001',
      displayName: 'Alice Alpha',
      domain: 'peer.test',
      authenticationUser: 'alice',
      password: PASSWORD,
      server: this.peer.address,
      expires: 300,
      iceServers: [],
      codecs: [...USUAL_CODECS],
      contact: 'invalid',
      digits: 'rfc4733',
      ...changes,
    };
  }

  async register(changes: Partial<Account> = {}): Promise<void> {
    const account = this.account(changes);
    await this.page.send({ kind: 'addLine', line: account.number, account });
    await this.page.until({ kind: 'registration', line: account.number, state: 'registered' });
  }

  async watch(id: string, target = '1002', expires = 600): Promise<void> {
    await this.page.send({
      kind: 'subscribe',
      line: '1001',
      subscription: id,
      target,
      event: 'dialog',
      expires,
      once: false,
    });
  }

  /** What was told of a subscription: its states, and its bodies in brackets. */
  told(id: string): readonly string[] {
    return this.page.events.flatMap((event) => {
      if (event.kind === 'subscription' && event.subscription === id) {
        return [[event.state, event.status, event.reason].filter((part) => part !== null).join(' ')];
      }
      return event.kind === 'notified' && event.subscription === id ? [`[${event.body}]`] : [];
    });
  }

  async close(): Promise<void> {
    await this.page.close();
    await this.peer.close();
  }
}
