// `npm test`: bring a fresh clone in order, then run every level of test.
import { bootstrap, explain } from './bootstrap.mjs';
import { stopRunningCommands } from './long-step.mjs';

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.once(signal, () => {
    stopRunningCommands();
    console.log('\nGestopt.\n0 passed, 1 failed');
    process.exit(1);
  });
try {
  await bootstrap();
  const { runTests } = await import('./dist/test-run.js');
  process.exit(await runTests());
} catch (error) {
  explain(error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
