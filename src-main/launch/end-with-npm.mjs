/**
 * An npm that is ended by a signal ends the shell between it and us, and leaves us running unseen. So this process
 * sends itself the signal that it should have got; whoever has something to tidy up handles that one.
 */
export function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  timer.unref();
}
