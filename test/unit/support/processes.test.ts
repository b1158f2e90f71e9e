import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { killAll, processTree, proportionalMemoryMiB, stillRunning } from '../../support/processes.ts';
import { waitFor } from '../../support/wait-for.ts';

const onLinux = test.runIf(process.platform === 'linux');

onLinux('a process tree is seen, measured and ended', async () => {
  const child = spawn('sh', ['-c', 'sleep 60 & sleep 60 & wait'], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  const pid = child.pid ?? 0;
  const tree = await waitFor('the shell and both its children', () => {
    const found = processTree(pid);
    return found.length === 3 && found.slice(1).every(({ command }) => command === 'sleep 60') && found;
  });
  expect(tree[0]?.pid).toBe(pid);
  expect(proportionalMemoryMiB(tree)).toBeGreaterThan(0);
  killAll(tree);
  await ended;
  await waitFor('all three to end', () => stillRunning(tree).length === 0);
  expect(processTree(pid)).toEqual([]);
});
