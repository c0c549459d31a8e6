/** Passed and failed of one level of test, with what to show of each failure. */
export interface LevelResult {
  readonly passed: number;
  readonly failed: number;
  readonly failures: readonly string[];
}

/** The part of Jest's `--json` output that is used. */
export interface JestOutput {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages?: readonly string[] | null;
    }[];
  }[];
}

const maxLines = 25;
const colours = /\u001b\[[0-9;]*m/g;

const shorten = (text: string): string => {
  const lines = text.replace(colours, '').trim().split('\n');
  return lines.length <= maxLines
    ? lines.join('\n')
    : [...lines.slice(0, maxLines), `… (nog ${lines.length - maxLines} regels)`].join('\n');
};

/**
 * Counts a level. A file that could not run at all counts as one failure, as does a level that ended badly without
 * saying so, or in which nothing ran: a level may never pass by being empty.
 */
export const countLevel = (output: JestOutput | undefined, exitCode: number, log: string): LevelResult => {
  if (output === undefined)
    return {
      passed: 0,
      failed: 1,
      failures: [`De tests konden niet draaien (code ${exitCode}). Kijk in ${log}.`],
    };
  const failures: string[] = [];
  let failed = 0;
  for (const file of output.testResults) {
    const bad = file.assertionResults.filter(({ status }) => status === 'failed');
    failed += bad.length;
    for (const test of bad)
      failures.push(`${test.fullName}\n${file.name}\n${shorten((test.failureMessages ?? []).join('\n'))}`);
    if (bad.length === 0 && file.status === 'failed') {
      failed += 1;
      failures.push(`${file.name}\n${shorten(file.message)}`);
    }
  }
  if (failed === 0 && output.numPassedTests === 0)
    return { passed: 0, failed: 1, failures: ['Er is geen enkele test gedraaid.'] };
  if (failed === 0 && exitCode !== 0)
    return {
      passed: output.numPassedTests,
      failed: 1,
      failures: [`De tests eindigden met code ${exitCode}. Kijk in ${log}.`],
    };
  return { passed: output.numPassedTests, failed, failures };
};

/** Counts the checks of the house: each is one. */
export const countChecks = (
  checks: readonly { name: string; ok: boolean }[] | undefined,
  exitCode: number,
  log: string,
): LevelResult => {
  if (checks === undefined || checks.length === 0)
    return {
      passed: 0,
      failed: 1,
      failures: [`De controles konden niet draaien (code ${exitCode}). Kijk in ${log}.`],
    };
  const bad = checks.filter(({ ok }) => !ok);
  const failures = bad.map(({ name }) => `controle ${name} (zie ${log})`);
  if (bad.length === 0 && exitCode !== 0)
    failures.push(`De controles eindigden met code ${exitCode}. Kijk in ${log}.`);
  return { passed: checks.length - bad.length, failed: failures.length, failures };
};

/** The last line of `npm test`. */
export const totalLine = (levels: readonly LevelResult[]): string => {
  const sum = (key: 'passed' | 'failed'): number => levels.reduce((total, level) => total + level[key], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed`;
};
