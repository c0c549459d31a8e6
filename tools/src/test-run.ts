import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { progress, runToLog, UserError } from '../long-step.mjs';
import { findChromium } from './chromium.js';
import { readJson } from './files.js';
import { buildLog, root } from './paths.js';
import { findPython } from './python-env.js';
import { findTemporal } from './temporal-cli.js';
import { countChecks, countLevel, totalLine, type JestOutput, type LevelResult } from './test-results.js';
import { findTestServer } from './test-server.js';

const levels = ['unit', 'integration', 'workflow', 'replay', 'e2e'] as const;
const levelLimitMs = 20 * 60_000;
const checksLimitMs = 10 * 60_000;

const resultFile = (name: string): string => join(root, '.build', 'test', `${name}.json`);

const isJestOutput = (value: unknown): value is JestOutput =>
  typeof value === 'object' && value !== null && 'testResults' in value;

const isChecks = (value: unknown): value is { name: string; ok: boolean }[] => Array.isArray(value);

const report = (name: string, result: LevelResult): LevelResult => {
  console.log(`  ${name}: ${result.passed} geslaagd, ${result.failed} mislukt`);
  for (const failure of result.failures) console.log(`\n  ✗ ${failure.replaceAll('\n', '\n    ')}\n`);
  return result;
};

/** Has a command write a JSON result; the old one is removed first, so that a crash cannot pass for last time's result. */
const runWithResult = async (
  name: string,
  label: string,
  args: readonly string[],
  limitMs: number,
): Promise<{ code: number; value: unknown }> => {
  rmSync(resultFile(name), { force: true });
  const code = await progress(label, () =>
    runToLog(process.execPath, args, { log: buildLog(`test-${name}`), cwd: root, timeoutMs: limitMs }),
  );
  return { code, value: existsSync(resultFile(name)) ? readJson(resultFile(name)) : undefined };
};

const runChecks = async (): Promise<LevelResult> => {
  const args = [join(root, 'tools', 'checks', 'check.mjs'), '--json', resultFile('controles')];
  const { code, value } = await runWithResult(
    'controles',
    'Controles van de code (npm run check)',
    args,
    checksLimitMs,
  );
  return report(
    'controles',
    countChecks(isChecks(value) ? value : undefined, code, buildLog('test-controles')),
  );
};

const runLevel = async (level: (typeof levels)[number]): Promise<LevelResult> => {
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const args = [jest, '--ci', '--selectProjects', level, '--json', `--outputFile=${resultFile(level)}`];
  const { code, value } = await runWithResult(level, `Tests: ${level}`, args, levelLimitMs);
  return report(level, countLevel(isJestOutput(value) ? value : undefined, code, buildLog(`test-${level}`)));
};

/** Finds a program that tests need and names it in the environment; one that is missing is a failure, not a stop. */
const provide = async (variable: string | undefined, find: () => Promise<string>): Promise<LevelResult[]> => {
  try {
    const path = await find();
    if (variable !== undefined) process.env[variable] = path;
    return [];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [report('voorbereiding', { passed: 0, failed: 1, failures: [error.message] })];
  }
};

/** `npm test` after the bootstrap: the checks and every level of test, one after another. Gives the exit code. */
export const runTests = async (): Promise<number> => {
  const results = [
    ...(await provide(undefined, findTemporal)),
    ...(await provide('TEMPORAL_TEST_SERVER', findTestServer)),
    ...(await provide('CHROMIUM_PATH', findChromium)),
    ...(await provide('TEST_PYTHON', findPython)),
    await runChecks(),
  ];
  for (const level of levels) results.push(await runLevel(level));
  console.log(totalLine(results));
  return results.some(({ failed }) => failed > 0) ? 1 : 0;
};
