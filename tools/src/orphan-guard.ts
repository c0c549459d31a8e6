// A small process beside the launcher: when the launcher is gone without having stopped PostgreSQL and Temporal
// (which know nothing of our channel), it ends them, so that a killed launcher leaves nothing behind.
import { endProcess, startedAt } from './process-info.js';

interface Ward {
  pid: number;
  started: string;
  signal: NodeJS.Signals;
}

let wards: Ward[] = [];
const isWards = (message: unknown): message is Ward[] => Array.isArray(message);
process.on('message', (message) => {
  if (isWards(message)) wards = message;
});
process.on('disconnect', () => {
  const ours = wards.filter(({ pid, started }) => started !== '' && startedAt(pid) === started);
  // Our own programs end first: they see the same broken channel and still need the database for it.
  setTimeout(() => {
    void Promise.all(ours.map(({ pid, signal }) => endProcess(pid, signal, 10_000))).then(() =>
      process.exit(0),
    );
  }, 1500);
});
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined);
