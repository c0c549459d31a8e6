import { spawnSync } from 'node:child_process';
import { root } from '../lib.mjs';

/**
 * The packages that npm itself says are needed in production, by the lockfile.
 * @returns {string[]} `name@version`, without our own workspaces
 */
export function productionByNpm() {
  const args = ['ls', '--all', '--json', '--omit=dev', '--package-lock-only'];
  const { stdout } = spawnSync('npm', args, { cwd: root, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
  const found = new Set();
  const visit = ({ dependencies = {} }) => {
    for (const [name, one] of Object.entries(dependencies)) {
      // Optional packages that the lockfile does not place have no version.
      if (one.version !== undefined && !name.startsWith('@maatwerktraject/'))
        found.add(`${name}@${one.version}`);
      visit(one);
    }
  };
  visit(JSON.parse(stdout));
  return [...found];
}
