// `npm run bench`: bring a fresh clone in order, build what is measured against, and measure.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrap, explain, root } from './bootstrap.mjs';
import { UserError, progress, runToLog, stopRunningCommands } from './long-step.mjs';

const build = async () => {
  const log = join(root, '.build', 'logs', 'bench.log');
  mkdirSync(join(root, '.build', 'bench'), { recursive: true });
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const args = [tsc, '-p', join(root, 'apps', 'api', 'tsconfig.bench.json')];
  const code = await runToLog(process.execPath, args, { log, cwd: root });
  if (code !== 0) throw new UserError(`Het bouwen is mislukt. Wat er misging staat in ${log}.`);
};

process.once('SIGTERM', stopRunningCommands);
try {
  await bootstrap();
  await progress('De maatstaf wordt gebouwd.', build);
  const { runBench } = await import('./dist/bench/main.js');
  process.exitCode = await runBench(process.argv.slice(2));
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
