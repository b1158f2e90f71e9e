import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';

let realTimeAllowed: boolean | undefined;

/**
 * Starts a program that must keep time, with real-time priority where that is allowed (to root, mostly). The kernel
 * ends it when this process dies, however that happens.
 */
export function spawnWithPriority(
  priority: number,
  command: string,
  commandArguments: readonly string[],
  options: SpawnOptions,
): ChildProcess {
  realTimeAllowed ??= spawnSync('chrt', ['-f', '10', 'true'], { stdio: 'ignore' }).status === 0;
  const prefix = ['setpriv', '--pdeathsig', 'TERM', '--'];
  if (realTimeAllowed) prefix.push('chrt', '-f', String(priority));
  // Each of them becomes the next: the process id is the command's own.
  const [first = command, ...rest] = [...prefix, command, ...commandArguments];
  return spawn(first, rest, options);
}

/** Ends a program of ours and waits until it has ended; by force if it takes longer than the limit. */
export async function endOwnChild(child: ChildProcess, limitMs = 3000): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), limitMs);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
