import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib.mjs';

/**
 * Runs a tool from node_modules with this Node, without npx and its network.
 * @param {string} name the package and its command, which are called the same
 * @param {string[]} args
 * @param {{bin?: string, cwd?: string}} [options] the command when it is called otherwise
 * @returns {{ok: boolean, stdout: string, output: string}} `output` is what a person reads: both streams
 */
export function runTool(name, args, { bin = name, cwd = root } = {}) {
  const folder = join(root, 'node_modules', name);
  const { bin: bins } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const script = join(folder, typeof bins === 'string' ? bins : bins[bin]);
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [script, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
    maxBuffer: 64 * 1024 * 1024,
  });
  return {
    ok: status === 0,
    stdout: stdout ?? '',
    output: `${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`.trim(),
  };
}

/** Prints what a tool found and sets the exit code. */
export function report(results, summary) {
  const failed = results.filter(({ ok }) => !ok);
  console.log(failed.length === 0 ? summary : failed.map(({ output }) => output).join('\n'));
  if (failed.length > 0) process.exitCode = 1;
}
