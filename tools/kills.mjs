// `npm run kills`: bring a fresh clone in order, then kill parts of the product while a cohort is played.
import { bootstrap, explain } from './bootstrap.mjs';
import { stopRunningCommands } from './long-step.mjs';

process.once('SIGTERM', stopRunningCommands);
try {
  await bootstrap();
  const { runKills } = await import('./dist/kills/main.js');
  process.exitCode = await runKills(process.argv.slice(2));
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
