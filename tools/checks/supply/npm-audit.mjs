import { execFile } from 'node:child_process';
import { root } from '../lib.mjs';

const options = ['--omit=dev', '--package-lock-only', '--json', '--fetch-retries=0', '--fetch-timeout=15000'];

/** What npm prints; it also prints when it ends with an error, and it does so for each weakness that it finds. */
const printed = (args, settings) =>
  new Promise((resolve) =>
    execFile('npm', args, settings, (error, stdout) => resolve({ stdout, message: error?.message })),
  );

/**
 * Asks the registry for the known weaknesses of what runs in production.
 * @param {{cwd?: string, env?: Record<string, string>}} [at]
 * @returns {Promise<{report: any} | {reason: string}>} the report of npm, or why there is none: many mirrors of the
 *   registry have no such service
 */
export async function askAudit({ cwd = root, env = {} } = {}) {
  const { stdout, message } = await printed(['audit', ...options], {
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
