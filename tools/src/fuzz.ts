import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { progress, runToLog, UserError } from '../long-step.mjs';
import { buildLog, root } from './paths.js';
import { findPython } from './python-env.js';
import { findTemporal } from './temporal-cli.js';
import { findTestServer } from './test-server.js';

const USAGE = `Gebruik: npm run fuzz -- [--minuten N] [--seed S] [--rol ROL]

  --minuten N   hoe lang het ongeveer duurt, 2 tot en met 600 (gewoon: 30)
  --seed S      ander getal, andere verzoeken (gewoon: een nieuw getal per keer)
  --rol ROL     alleen deze rol, bijvoorbeeld beheerder (gewoon: alle)`;

/** Starting, and shrinking what was found, come on top of the time for asking. */
const spareMs = 8 * 60_000;

interface FuzzOptions {
  readonly minutes: number;
  readonly seed: number;
  readonly role: string | undefined;
}

const whole = (name: string, text: string, min: number, max: number): number => {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= min && value <= max) return value;
  throw new UserError(
    `--${name} moet een heel getal zijn van ${String(min)} tot en met ${String(max)}, niet "${text}".\n\n${USAGE}`,
  );
};

/** @throws UserError when they do not fit */
export function readFuzzOptions(args: readonly string[], now: number): FuzzOptions {
  const shape = { minuten: { type: 'string' }, seed: { type: 'string' }, rol: { type: 'string' } } as const;
  let values;
  try {
    values = parseArgs({ args: [...args], options: shape, strict: true }).values;
  } catch {
    throw new UserError(`Deze opties ken ik niet: ${args.join(' ')}.\n\n${USAGE}`);
  }
  return {
    minutes: whole('minuten', values.minuten ?? '30', 2, 600),
    seed: whole('seed', values.seed ?? String(now % 1_000_000), 0, 2 ** 31 - 1),
    role: values.rol,
  };
}

/** Runs the test of `npm test` with more of everything. Gives its exit code. */
export async function runFuzz(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    console.log(USAGE);
    return 0;
  }
  const { minutes, seed, role } = readFuzzOptions(args, Date.now());
  process.env['TEST_PYTHON'] = await findPython();
  await findTemporal();
  await findTestServer();
  Object.assign(process.env, {
    FUZZ_SECONDEN: String(minutes * 60),
    FUZZ_GEVALLEN: '100',
    FUZZ_FASEN: 'examples,coverage,fuzzing,stateful',
    FUZZ_ZAAD: String(seed),
    ...(role === undefined ? {} : { FUZZ_ROL: role }),
  });
  const log = buildLog('fuzz');
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const command = [jest, '--ci', '--selectProjects', 'integration', '--testPathPatterns', 'api/src/fuzz'];
  const code = await progress(
    `Alle routes worden bevraagd, ${String(minutes)} minuten, seed ${String(seed)}.`,
    () =>
      runToLog(process.execPath, [...command], {
        log,
        cwd: root,
        timeoutMs: minutes * 60_000 + spareMs,
      }),
  );
  if (code !== 0) console.log(readFileSync(log, 'utf8'));
  console.log(
    code === 0
      ? `Niets gevonden. Wat er is gevraagd, staat per rol in ${buildLog('fuzz-*')}.`
      : `Er is iets gevonden. Nog eens hetzelfde vragen: npm run fuzz -- --minuten ${String(minutes)} --seed ${String(seed)}`,
  );
  return code;
}
