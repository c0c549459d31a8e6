// `npm run fuzz`: bring a fresh clone in order, then fuzz the API for as long as is asked.
import { bootstrap, explain } from './bootstrap.mjs';
import { stopRunningCommands } from './long-step.mjs';

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.once(signal, () => {
    stopRunningCommands();
    console.log('\nGestopt.');
    process.exit(1);
  });
try {
  await bootstrap();
  const { runFuzz } = await import('./dist/fuzz.js');
  process.exitCode = await runFuzz(process.argv.slice(2));
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
