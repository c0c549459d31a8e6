import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the tree that is checked. `CHECK_ROOT` lets a probe look at a copy. */
export const root = process.env.CHECK_ROOT ?? dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const skipped = new Set(['node_modules', 'dist', '.git', '.build', '.data', 'coverage']);

/**
 * Every file of the project, as paths from the root with forward slashes, in a fixed order.
 * Walks instead of asking git, so that it works in a copy and sees files before they are added.
 * @returns {string[]}
 */
export function projectFiles(under = '') {
  const start = join(root, under);
  if (!existsSync(start)) return [];
  return readdirSync(start, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (skipped.has(entry.name) || entry.isSymbolicLink()) return [];
      const path = join(under, entry.name);
      return entry.isDirectory() ? projectFiles(path) : [path.split(sep).join('/')];
    });
}

/** @param {string} file a path from the root */
export const read = (file) => readFileSync(join(root, file), 'utf8');

/** @param {string} path an absolute path */
export const fromRoot = (path) => relative(root, path).split(sep).join('/');

export const isGenerated = (file) => /(^|\/)generated\//.test(file);

/** The line, counted from 1, on which the character at `index` stands. */
export const lineAt = (text, index) => text.slice(0, index).split('\n').length;

/**
 * Ends a check: prints what was found, and fails when there is something.
 * @param {string[]} faults one sentence each, in Dutch
 * @param {string} summary what is printed when all is well
 */
export function finish(faults, summary) {
  if (faults.length === 0) {
    console.log(summary);
    return;
  }
  for (const fault of faults.slice(0, 60)) console.log(fault);
  if (faults.length > 60) console.log(`… en nog ${faults.length - 60}`);
  process.exitCode = 1;
}
