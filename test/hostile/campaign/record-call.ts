import { type Cluster, IDLE, talk } from '../../e2e/cluster-stories.ts';

declare global {
  interface Window {
    said: string[];
  }
}

/** A call from its INVITE to its BYE, as the line page and the SIP server say it to each other, message by message. */
export async function recordCall({ app, alice, bob }: Cluster): Promise<readonly string[]> {
  const lines = await app.window('Lines');
  await lines.evaluate(() => {
    window.said = [];
    const known = new WeakSet<WebSocket>();
    const send = WebSocket.prototype.send;
    WebSocket.prototype.send = function (this: WebSocket, data) {
      window.said.push(String(data));
      if (!known.has(this)) this.addEventListener('message', (event) => window.said.push(String(event.data)));
      known.add(this);
      send.call(this, data);
    };
    Object.assign(window, { recordNoMore: () => Object.assign(WebSocket.prototype, { send }) });
  });
  await talk(alice, bob, '1002');
  await alice.press('EndCall');
  await bob.expectDisplay(IDLE);
  return lines.evaluate(() => {
    Reflect.get(window, 'recordNoMore')();
    // What is heard from now on is let go.
    const said = window.said;
    window.said = { push: () => 0 } as unknown as string[];
    return said;
  });
}
