// The web app's types must be those of the API as it is published in apps/api/openapi.json.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { root } from './lib.mjs';

const program = resolve(root, 'node_modules/openapi-typescript/bin/cli.js');
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
