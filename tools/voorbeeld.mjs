// `npm run voorbeeld`: bring a fresh clone in order, then play a whole cohort.
import { bootstrap, explain } from './bootstrap.mjs';

try {
  await bootstrap();
  await import('./dist/voorbeeld/main.js');
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
