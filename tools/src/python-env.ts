import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError, progress, runToLog } from '../long-step.mjs';
import { findOnPath, installInCache } from './cache.js';
import { buildLog, cacheDir, root } from './paths.js';

const program = join('bin', 'python');
const installMs = 8 * 60_000;

/** Path of a Python that has what `test/python/requirements.txt` names; made once per content of that file. */
export const findPython = async (): Promise<string> => {
  const requirements = join(root, 'test', 'python', 'requirements.txt');
  const hash = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 16);
  const name = join('python', hash);
  const cached = join(cacheDir(), name, program);
  if (existsSync(cached)) return cached;
  const base = findOnPath(['python3']);
  const log = buildLog('python');
  const made =
    base !== undefined &&
    (await progress('De Python-onderdelen voor de tests worden opgehaald.', () =>
      installInCache(name, program, async (folder) => {
        const venv = await runToLog(base, ['-m', 'venv', folder], { log, timeoutMs: installMs });
        const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements];
        return (
          venv === 0 && (await runToLog(join(folder, program), pip, { log, timeoutMs: installMs })) === 0
        );
      }),
    ));
  if (made) return made;
  throw new UserError(
    `De tests van de export en van de API hebben Python 3.11 of nieuwer nodig, met venv en pip. Installeer dat. Wat er misging staat in ${log}.`,
  );
};
