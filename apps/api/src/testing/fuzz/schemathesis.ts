import { spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { ROOT } from './programma.js';
import type { FuzzRol } from './rollen.js';

export interface Budget {
  /** The most cases per operation and phase. */
  readonly gevallen: number;
  /** Goes on for so long, with more cases. Absent: ends when the cases have been asked. */
  readonly seconden?: number;
  readonly zaad: number;
  readonly fasen: string;
  /** These operations alone, each by its `operationId`; absent: all. */
  readonly alleen?: readonly string[];
}

export interface FuzzRonde {
  readonly rol: FuzzRol;
  readonly url: string;
  readonly scheidsrechter: string;
  readonly kenmerken: Readonly<Record<string, readonly string[]>>;
  readonly budget: Budget;
}

export interface FuzzUitslag {
  readonly code: number | null;
  /** What schemathesis printed: each failure with a command that shows it again. */
  readonly uitvoer: string;
  readonly log: string;
}

/** Past its budget it gets this long to shrink what it found and to write it down; with cases alone, for all of it. */
export const UITLOOP_MS = 420_000;

/** It remembers what it asked, some 50 MB for each thousand cases: after so long a new process goes on, with another seed. */
const DEEL_SECONDEN = 900;

/** What is the same at each turn needs one turn only. */
const EENMAAL = ['examples', 'coverage'];

/**
 * The budget in parts that one process can remember; a part that finds something is the last. With nothing to ask at a
 * later turn there is one part, which gets all of the time.
 */
export function delenVan(budget: Budget): Budget[] {
  const { seconden, fasen, zaad } = budget;
  const later = fasen.split(',').filter((fase) => !EENMAAL.includes(fase));
  if (seconden === undefined || later.length === 0) return [budget];
  return Array.from({ length: Math.ceil(seconden / DEEL_SECONDEN) }, (_, nummer) => ({
    ...budget,
    seconden: Math.min(DEEL_SECONDEN, seconden - nummer * DEEL_SECONDEN),
    zaad: zaad + nummer,
    fasen: nummer === 0 ? fasen : later.join(','),
  }));
}

/** Runs schemathesis in the name of one role over the whole document, until its budget is spent or it finds something. */
export async function fuzz(ronde: FuzzRonde): Promise<FuzzUitslag> {
  const naam = [ronde.rol.replaceAll(' ', '-'), ...(ronde.budget.alleen ?? [])].join('-');
  const log = join(ROOT, '.build', 'logs', `fuzz-${naam}.log`);
  mkdirSync(dirname(log), { recursive: true });
  writeFileSync(log, '');
  let uitslag: FuzzUitslag = { code: null, uitvoer: '', log };
  for (const budget of delenVan(ronde.budget)) {
    uitslag = await deel({ ...ronde, budget }, naam, log);
    if (uitslag.code !== 0) break;
  }
  return uitslag;
}

async function deel(ronde: FuzzRonde, naam: string, log: string): Promise<FuzzUitslag> {
  const { rol, url, scheidsrechter, kenmerken, budget } = ronde;
  const python = process.env['TEST_PYTHON'];
  if (!python)
    throw new Error('TEST_PYTHON ontbreekt: start de tests met npm test, of de fuzz met npm run fuzz.');
  // It keeps what failed in its folder, to try that first: a run begins with nothing.
  const folder = join(ROOT, '.build', 'fuzz', naam);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const child = spawn(
    python,
    [
      // As a module: the program in `bin` names the folder in which it was installed, and that has been moved since.
      ...['-m', 'schemathesis.cli'],
      ...['--config-file', join(ROOT, 'test', 'python', 'fuzz.toml')],
      ...['run', `${url}/api/v1/openapi.json`, '--no-color', '--checks', 'all'],
      ...['--phases', budget.fasen, '--max-examples', String(budget.gevallen)],
      ...(budget.seconden === undefined ? [] : ['--max-time', String(budget.seconden)]),
      ...['--seed', String(budget.zaad)],
      ...(budget.alleen ?? []).flatMap((id) => ['--include-operation-id', id]),
      // Of a fault that is looked for, the first sight is enough.
      ...(budget.alleen === undefined ? [] : ['--no-shrink', '--max-failures', '1']),
      ...['--generation-database', 'none', '--request-timeout', '35'],
    ],
    {
      cwd: folder,
      env: {
        ...process.env,
        PYTHONPATH: join(ROOT, 'test', 'python'),
        PYTHONDONTWRITEBYTECODE: '1',
        SCHEMATHESIS_HOOKS: 'fuzz_hooks',
        FUZZ_ROL: rol,
        FUZZ_SCHEIDSRECHTER: scheidsrechter,
        FUZZ_KENMERKEN: JSON.stringify(kenmerken),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const delen: Buffer[] = [];
  // As it comes, so that a long run can be followed.
  for (const stroom of [child.stdout, child.stderr])
    stroom.on('data', (deel: Buffer) => {
      delen.push(deel);
      appendFileSync(log, deel);
    });
  const force = setTimeout(() => child.kill('SIGKILL'), (budget.seconden ?? 0) * 1000 + UITLOOP_MS);
  const [code] = (await once(child, 'close')) as [number | null];
  clearTimeout(force);
  const uitvoer = Buffer.concat(delen).toString();
  return { code, uitvoer, log };
}
