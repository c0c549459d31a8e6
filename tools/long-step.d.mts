/** An error whose message is one Dutch sentence for the user; shown without a stack trace. */
export class UserError extends Error {}

/** Shows a line with the time that has passed while `work` runs. */
export function progress<Result>(label: string, work: () => Promise<Result>): Promise<Result>;

/** Ends the commands that are still running, for when the user stops halfway. */
export function stopRunningCommands(): void;

/** Runs a command with its output in a log file; resolves to its exit code (127: no such command, 124: out of time). */
export function runToLog(
  command: string,
  args: readonly string[],
  options: {
    log: string;
    cwd?: string;
    env?: Readonly<Record<string, string | undefined>>;
    timeoutMs?: number;
  },
): Promise<number>;
