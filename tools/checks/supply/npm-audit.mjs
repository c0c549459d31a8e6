import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../lib.mjs';

// Offline npm would say that all is well, without having asked anyone.
const options = ['--omit=dev', '--package-lock-only', '--json', '--no-offline', '--fetch-retries=0'];
const limits = ['--fetch-timeout=15000'];

/** What npm prints; it ends with an error when it finds a weakness, and prints its report all the same. */
const printed = (args, settings) =>
  new Promise((resolve) =>
    execFile('npm', args, settings, (error, stdout) => resolve({ stdout, message: error?.message })),
  );

async function audit(cwd, env) {
  const { stdout, message } = await printed(['audit', ...options, ...limits], {
    cwd,
    env: { ...process.env, ...env },
    maxBuffer: 64 * 1024 * 1024,
    timeout: 60_000,
  });
  try {
    const report = JSON.parse(stdout);
    if (report.auditReportVersion === 2) return { report };
    const said = report.message ?? report.error?.summary ?? 'geen rapport';
    return { reason: String(said).split(/\n| - /)[0] };
  } catch {
    return { reason: message?.split('\n')[0] ?? 'npm gaf geen antwoord' };
  }
}

/** Runs `use` in a folder with a project that has one package. */
export async function withProject(name, version, use) {
  const tree = mkdtempSync(join(tmpdir(), 'proef-'));
  try {
    const manifest = { name: 'project', version: '1.0.0', dependencies: { [name]: version } };
    const packages = { '': manifest, [`node_modules/${name}`]: { version } };
    const write = (file, content) => writeFileSync(join(tree, file), JSON.stringify(content));
    write('package.json', manifest);
    write('package-lock.json', { ...manifest, lockfileVersion: 3, packages });
    return await use(tree);
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

/**
 * Asks the registry for the known weaknesses of what runs in production.
 * @param {{cwd?: string, env?: Record<string, string>}} [at]
 * @returns {Promise<{report: any} | {reason: string}>} the report of npm, or why there is none: many mirrors of the
 *   registry have no such service, and some have one that knows nothing
 */
export async function askAudit({ cwd = root, env = {} } = {}) {
  const answer = await audit(cwd, env);
  if (answer.report === undefined || Object.keys(answer.report.vulnerabilities).length > 0) return answer;
  // lodash 4.17.4 has been known to be weak since 2018: who does not know that, knows nothing.
  const known = await withProject('lodash', '4.17.4', (tree) => audit(tree, env));
  return known.report?.vulnerabilities.lodash ? answer : { reason: 'de lekkendienst kent geen enkel lek' };
}
