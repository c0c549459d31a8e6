// Runs every check of the house, two at a time, and says in one line each whether it is well.
//   node tools/checks/check.mjs [--only NAME[,NAME]] [--json FILE] [--list]
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './lib.mjs';

/** The slow ones first, so that the others fill the time beside them. */
const checks = [
  { name: 'lint', script: 'lint.mjs' },
  { name: 'types', script: 'types.mjs' },
  { name: 'lint-probes', script: 'lint-probes.mjs' },
  { name: 'dead-code', script: 'dead-code.mjs' },
  { name: 'formatting', script: 'formatting.mjs' },
  { name: 'boundaries', script: 'boundaries.mjs' },
  { name: 'boundary-probes', script: 'boundary-probes.mjs' },
  { name: 'words', script: 'words.mjs' },
  { name: 'sizes', script: 'sizes.mjs' },
  { name: 'escapes', script: 'escapes.mjs' },
  { name: 'own-name', script: 'own-name.mjs' },
  { name: 'docs', script: 'docs.mjs' },
  { name: 'publiccode', script: 'publiccode.mjs' },
  { name: 'api-types', script: 'api-types.mjs' },
  { name: 'audit', script: 'audit.mjs' },
  { name: 'sbom', script: 'sbom.mjs' },
  { name: 'supply-probes', script: 'supply-probes.mjs' },
  { name: 'secrets', script: 'secrets.mjs' },
  { name: 'secrets-probes', script: 'secrets-probes.mjs' },
  { name: 'api-lint', script: 'api-lint.mjs' },
  { name: 'api-lint-probes', script: 'api-lint-probes.mjs' },
  { name: 'asvs', script: 'asvs.mjs' },
  { name: 'asvs-probes', script: 'asvs-probes.mjs' },
  { name: 'check-probes', script: 'check-probes.mjs' },
];
const atATime = 2;
const limitMilliseconds = 300_000;

/** @returns {Promise<{name: string, ok: boolean, output: string, seconds: number}>} */
function run({ name, script }) {
  const started = Date.now();
  return new Promise((settle) => {
    const child = spawn(process.execPath, [resolve(root, 'tools/checks', script)], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: limitMilliseconds,
    });
    let output = '';
    const keep = (chunk) => (output += chunk);
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => (output += error.message));
    child.on('close', (code, signal) => {
      if (signal === 'SIGTERM')
        output += `\nGestopt: dit duurde langer dan ${limitMilliseconds / 1000} seconden.`;
      settle({ name, ok: code === 0, output: output.trim(), seconds: (Date.now() - started) / 1000 });
    });
  });
}

function show({ name, ok, output, seconds }) {
  const label = `${ok ? 'ok     ' : 'mislukt'} ${name.padEnd(16)} ${seconds.toFixed(1).padStart(5)} s`;
  const indented = output.split('\n').map((line) => `          ${line}`);
  console.log(ok ? `${label}  ${output.split('\n').at(-1)}` : [label, ...indented].join('\n'));
}

const { values } = parseArgs({
  options: { only: { type: 'string' }, json: { type: 'string' }, list: { type: 'boolean' } },
});
const wanted = values.only?.split(',');
const unknown = wanted?.filter((name) => !checks.some((check) => check.name === name)) ?? [];
if (values.list || unknown.length > 0) {
  if (unknown.length > 0) console.log(`Deze controle bestaat niet: ${unknown.join(', ')}. Kies uit:`);
  for (const { name } of checks) console.log(name);
  process.exit(unknown.length > 0 ? 1 : 0);
}

const queue = checks.filter(({ name }) => wanted === undefined || wanted.includes(name));
const results = [];
async function work() {
  for (let next = queue.shift(); next; next = queue.shift()) {
    const result = await run(next);
    results.push(result);
    show(result);
  }
}
await Promise.all(Array.from({ length: atATime }, work));

if (values.json) {
  mkdirSync(dirname(resolve(values.json)), { recursive: true });
  writeFileSync(values.json, `${JSON.stringify(results.map(({ name, ok }) => ({ name, ok })))}\n`);
}
const failed = results.filter(({ ok }) => !ok);
console.log(
  failed.length === 0
    ? `Alle ${results.length} controles zijn goed.`
    : `${failed.length} van de ${results.length} controles mislukt: ${failed.map(({ name }) => name).join(', ')}.`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
