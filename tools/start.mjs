// `npm start`: bring a fresh clone in order, then hand over to the compiled launcher.
import { bootstrap, explain } from './bootstrap.mjs';
import { stopRunningCommands } from './long-step.mjs';

const stopEarly = () => {
  stopRunningCommands();
  console.log('\nGestopt.');
  process.exit(0);
};
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
for (const signal of signals) process.once(signal, stopEarly);
try {
  await bootstrap();
  const { start } = await import('./dist/start.js');
  for (const signal of signals) process.removeListener(signal, stopEarly);
  process.exit(await start());
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
