// No password, key or token in any file that goes into the repository. The history of commits is not looked at.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { finish, projectFiles, root } from './lib.mjs';
import { findSecrets, kinds } from './secrets.rules.mjs';

/** What git keeps or would add; without git every file but .env, which is where secrets do belong. */
function filesToScan() {
  try {
    const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
    const options = { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] };
    const listed = execFileSync('git', args, options).split('\0');
    return listed.filter((file) => file !== '' && existsSync(join(root, file)));
  } catch {
    return projectFiles().filter((file) => basename(file) !== '.env');
  }
}

const faults = [];
let scanned = 0;
for (const file of filesToScan()) {
  const bytes = readFileSync(join(root, file));
  if (bytes.includes(0)) continue;
  scanned++;
  for (const { line, kind } of await findSecrets(file, bytes.toString('utf8'))) {
    faults.push(
      `${file}:${line}: dit lijkt een geheim (${kind}). Haal het weg, en trek het in als het echt was.`,
    );
  }
}
finish(faults, `${scanned} bestanden, geen geheim van ${kinds} soorten gevonden`);
