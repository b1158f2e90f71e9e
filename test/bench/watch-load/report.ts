import { median, quantile } from '../figures.ts';
import type { Comparison } from './edges.ts';
import { STATES } from './published-lines.ts';
import type { Memory } from './usage.ts';

export interface Sample {
  /** Since the start. */
  readonly second: number;
  readonly page: Memory;
  readonly main: Memory;
}

/** MiB in use after a collection. */
export interface Heaps {
  readonly main: number;
  readonly page: number;
}

export function sayEdges(results: readonly Comparison[]): void {
  const say = (what: string, of: (result: Comparison) => readonly string[]): void => {
    const all = results.flatMap(of);
    console.log(`${what}: ${all.length} (${all.slice(0, 20).join(', ') || 'none'})`);
  };
  say('missed edges', ({ missed }) => missed);
  say('told, but never published', ({ invented }) => invented);
  say('"unknown", and what was told again after it, of renewed subscriptions', ({ repeated }) => repeated);
  const overtaken = results.flatMap((result) => result.overtaken);
  const longest = Math.max(0, ...overtaken);
  console.log(
    `on hook, and rung again before that was confirmed: ${overtaken.length}, after ${median(overtaken)} ms, at most ${longest}`,
  );
  for (const { status } of STATES) {
    const delays = results.flatMap((result) => result.delays.get(status) ?? []);
    console.log(
      `PUBLISH to "${status}": median ${median(delays).toFixed(0)} ms, 99 % ${quantile(delays, 0.99).toFixed(0)}, worst ${Math.max(...delays).toFixed(0)}, ${delays.length} edges`,
    );
  }
}

export function sayMemory(samples: readonly Sample[], seconds: number): void {
  for (const process of ['page', 'main'] as const)
    for (const size of ['proportional', 'own'] as const) {
      const minute = (from: number): number =>
        median(samples.filter(({ second }) => second >= from && second < from + 60).map((one) => one[process][size]));
      const [first, last] = [minute(0), minute(Math.max(0, seconds - 60))];
      const name = `${process === 'page' ? 'line page' : 'main process'}, ${size === 'own' ? 'memory of its own' : 'proportional set size'}`;
      console.log(
        `${name}: ${first.toFixed(1)} MiB in the first minute, ${last.toFixed(1)} in the last: ${((last / first - 1) * 100).toFixed(1)} %`,
      );
    }
}

export function sayHeaps(heaps: readonly Heaps[]): void {
  const list = (process: keyof Heaps): string => heaps.map((one) => one[process].toFixed(2)).join(', ');
  console.log(
    `heaps after a collection, at the start, after a minute and at the end: main process ${list('main')} MiB, line page ${list('page')} MiB`,
  );
}
