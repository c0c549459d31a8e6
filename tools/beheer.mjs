// `npm run beheer -- …`: a command of the API, on the database of the running `npm start` or on the one that is configured.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { explain } from './bootstrap.mjs';

try {
  const { beheerEnvironment } = await import('./dist/beheer-environment.js');
  const script = join(import.meta.dirname, '..', 'apps', 'api', 'dist', 'beheer.js');
  const { status } = spawnSync(process.execPath, ['--enable-source-maps', script, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: beheerEnvironment(),
  });
  process.exitCode = status ?? 1;
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
