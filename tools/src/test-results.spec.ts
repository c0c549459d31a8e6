import { countChecks, countLevel, totalLine, type JestOutput } from './test-results.js';

const output = (over: Partial<JestOutput>): JestOutput => ({
  numPassedTests: 0,
  numFailedTests: 0,
  testResults: [],
  ...over,
});

describe('counting a level of test', () => {
  it('counts what passed', () => {
    expect(countLevel(output({ numPassedTests: 3 }), 0, 'x.log')).toEqual({
      passed: 3,
      failed: 0,
      failures: [],
    });
  });

  it('is a failure when nothing ran', () => {
    expect(countLevel(output({}), 0, 'x.log').failed).toBe(1);
  });

  it('is a failure when there is no result, and names the log', () => {
    const result = countLevel(undefined, 137, 'x.log');
    expect(result.failed).toBe(1);
    expect(result.failures[0]).toContain('x.log');
  });

  it('is a failure when all passed but the process ended badly', () => {
    expect(countLevel(output({ numPassedTests: 3 }), 1, 'x.log')).toMatchObject({ passed: 3, failed: 1 });
  });

  it('counts a file that could not run as one failure', () => {
    const broken = {
      name: 'a.spec.ts',
      status: 'failed',
      message: 'Cannot find module',
      assertionResults: [],
    };
    expect(countLevel(output({ numPassedTests: 1, testResults: [broken] }), 1, 'x.log')).toMatchObject({
      passed: 1,
      failed: 1,
      failures: [expect.stringContaining('Cannot find module')],
    });
  });

  it('shows a failed test without colours, and cuts a long message', () => {
    const long = `\u001b[31mrood\u001b[0m${'\nregel'.repeat(100)}`;
    const file = {
      name: 'a.spec.ts',
      status: 'failed',
      message: '',
      assertionResults: [{ status: 'failed', fullName: 'taak gaat open', failureMessages: [long] }],
    };
    const [failure] = countLevel(output({ numFailedTests: 1, testResults: [file] }), 1, 'x.log').failures;
    expect(failure).toMatch(/^taak gaat open\na\.spec\.ts\nrood\n/);
    expect(failure).toMatch(/nog \d+ regels/);
  });
});

describe('counting the checks', () => {
  it('counts each check as one', () => {
    const checks = [
      { name: 'lint', ok: true },
      { name: 'types', ok: false },
    ];
    expect(countChecks(checks, 1, 'x.log')).toMatchObject({ passed: 1, failed: 1 });
    expect(countChecks([], 0, 'x.log').failed).toBe(1);
    expect(countChecks(undefined, 0, 'x.log').failed).toBe(1);
    expect(countChecks([{ name: 'lint', ok: true }], 1, 'x.log').failed).toBe(1);
  });
});

describe('the last line', () => {
  it('sums all levels', () => {
    const levels = [
      { passed: 2, failed: 0, failures: [] },
      { passed: 5, failed: 1, failures: ['x'] },
    ];
    expect(totalLine(levels)).toBe('7 passed, 1 failed');
  });
});
