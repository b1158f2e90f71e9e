import { Cluster, IDLE, talk } from '../../e2e/cluster-stories.ts';
import { anonymousMemoryMiB } from '../../support/processes.ts';
import { waitFor } from '../../support/wait-for.ts';
import { askAgain } from './ask-again.ts';
import { LagMeter } from './lag-meter.ts';
import { recordCall } from './record-call.ts';

/** Of what it was at the last look. */
const STILL_FALLING = 0.99;

/** The running app as an attacker finds it, and what tells whether it is well. */
export class Target {
  readonly lag: LagMeter;

  private constructor(
    readonly cluster: Cluster,
    /** Of the SIP server's WebSocket. */
    readonly sipPort: number,
    readonly ctiPort: number,
    /** Of the change notification. */
    readonly changePort: number,
    /** What its phones and its SIP server have said to each other since the start. */
    readonly traffic: readonly string[],
  ) {
    this.lag = new LagMeter(cluster);
  }

  static async start(): Promise<Target> {
    // A request outlives what the clock jumps by, so that none may end of itself.
    const cluster = await Cluster.start({ parameters: { idleGuard: 0, busyDuration: 86_400 } });
    await warmUp(cluster);
    const traffic = await recordCall(cluster);
    const port = async (what: RegExp): Promise<number> =>
      Number(await waitFor(`a line like ${what.source}`, () => what.exec(cluster.app.log)?.[1], { timeoutMs: 20_000 }));
    const target = new Target(
      cluster,
      await port(/SIP server listens at ws:\/\/127\.0\.0\.1:(\d+)/),
      await port(/CTIManager listens at 127\.0\.0\.1:(\d+)/),
      await port(/changes of the database are heard at 127\.0\.0\.1:(\d+)/),
      traffic,
    );
    await target.lag.install();
    return target;
  }

  /** What all its processes have asked for, after the main process has thrown away what it needs no more. */
  async memoryMiB(): Promise<number> {
    await askAgain(() => this.cluster.app.application.evaluate(collectGarbage));
    return anonymousMemoryMiB(this.cluster.app.processes());
  }

  /** The same, when it gets less no more: a page needs a while to give back what it has used. */
  async settledMemoryMiB(): Promise<number> {
    let last = Number.POSITIVE_INFINITY;
    const isSettled = async (): Promise<number | null> => {
      const now = await this.memoryMiB();
      const isLess = now < last * STILL_FALLING;
      last = now;
      return isLess ? null : now;
    };
    return waitFor('the memory to settle', isSettled, { timeoutMs: 60_000, everyMs: 5000 });
  }

  /** What it has printed that nobody must ever read. */
  get troubles(): readonly string[] {
    return this.cluster.app.output
      .split('\n')
      .filter((line) => /Unhandled|TypeError|RangeError|unexpectedly/.test(line));
  }

  async close(): Promise<void> {
    await this.cluster.app.close();
  }
}

/** Runs in the main process. */
function collectGarbage(): void {
  const { setFlagsFromString } = process.getBuiltinModule('node:v8');
  setFlagsFromString('--expose-gc');
  const collect: unknown = process.getBuiltinModule('node:vm').runInNewContext('gc');
  if (typeof collect === 'function') collect();
}

/** Caches are filled and code is compiled by the first calls: what the app weighs after them is what it shall weigh at the end. */
async function warmUp({ alice, bob, carol }: Cluster): Promise<void> {
  const calls = [
    [alice, bob, '1002'],
    [carol, alice, '1001'],
    [bob, carol, '1003'],
  ] as const;
  for (const [caller, called, number] of calls) {
    await talk(caller, called, number);
    await caller.press('EndCall');
    await called.expectDisplay(IDLE);
  }
}
