/**
 * From a key press to the frame that shows it on the LCD: through the face, the main process, the phone's state machine and back.
 * Beside a text in the same page that is changed at once, which is what no phone can be faster than.
 * Run with: npm run bench -- key-to-lcd
 */
import { Cluster, IDLE } from '../e2e/cluster-stories.ts';
import { median, quantile } from './figures.ts';

const KEYS = 200;
/** Two presses that are as far apart as a quick hand's. */
const BETWEEN = 60;

const { app, alice } = await Cluster.start();
await alice.press('Speaker');
await alice.expectDisplay('Enter number');

/** Runs in the face. Milliseconds from each press to the end of the frame that shows it. */
const figures = await alice.page.evaluate(
  async ([keys, between]) => {
    const display = document.querySelector('[role=log]');
    const buttonOf = (name: string) =>
      [...document.querySelectorAll('button')].find((button) => button.getAttribute('aria-label') === name);
    const afterFrame = (): Promise<number> =>
      new Promise((resolve) => {
        requestAnimationFrame(() => {
          // A message is taken up after the frame has been drawn.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now());
          port2.postMessage(null);
        });
      });
    const changed = (node: Node): Promise<void> =>
      new Promise((resolve) => {
        const observer = new MutationObserver(() => {
          observer.disconnect();
          resolve();
        });
        observer.observe(node, { subtree: true, childList: true, characterData: true });
      });
    const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, between + 17 * Math.random()));
    const timed = async (node: Node, act: () => void): Promise<number> => {
      await pause();
      const seen = changed(node);
      const from = performance.now();
      act();
      await seen;
      return (await afterFrame()) - from;
    };
    const text = document.body.appendChild(document.createElement('p'));
    text.style.position = 'absolute';
    const ours: number[] = [];
    const peer: number[] = [];
    for (let at = 0; at < keys && display; at++) {
      ours.push(await timed(display, () => buttonOf(at % 2 === 0 ? '5' : '<<')?.click()));
      peer.push(
        await timed(text, () => {
          text.textContent = `${at}`;
        }),
      );
    }
    return { ours, peer };
  },
  [KEYS, BETWEEN] as const,
);
await alice.press('EndCall');
await alice.expectDisplay(IDLE);
await app.close();

for (const [what, values] of Object.entries(figures))
  console.log(
    `${what === 'ours' ? 'key press to repainted LCD' : 'text changed at once'}: median ${median(values).toFixed(1)} ms, 95th percentile ${quantile(values, 0.95).toFixed(1)} ms of ${KEYS}`,
  );
console.log(
  `ratio of the 95th percentiles ${(quantile(figures.ours, 0.95) / quantile(figures.peer, 0.95)).toFixed(2)} (aim: under 32 ms)`,
);
