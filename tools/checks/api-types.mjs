// The web app's types must be those of the API as it is published in apps/api/openapi.json.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { root } from './lib.mjs';

// Found as the web app finds it, wherever npm has put it.
const { resolve: find } = createRequire(resolve(root, 'apps/web/package.json'));
const program = resolve(dirname(find('openapi-typescript/package.json')), 'bin/cli.js');
const args = ['../api/openapi.json', '-o', 'src/generated/api.d.ts', '--check'];
const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
  cwd: resolve(root, 'apps/web'),
  encoding: 'utf8',
});
if (status === 0) console.log('de typen van de webapp zijn die van apps/api/openapi.json');
else {
  console.log(`${stdout}${stderr}\nHerstel dit met: npm run openapi -w @maatwerktraject/web`);
  process.exitCode = 1;
}
