/** Milliseconds a child gets to stop by itself once its parent is gone. */
const graceMs = 10_000;

/**
 * Ends this process when the parent that started it with an IPC channel is gone, so that killing the launcher leaves no
 * process behind. Does nothing without such a channel (as in a container).
 */
export const exitWithParent = (): void => {
  if (process.send === undefined) return;
  process.once('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), graceMs).unref();
  });
  // The channel alone must not keep a finished process alive.
  process.channel?.unref();
};
