import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectFiles, read, root } from '../lib.mjs';
import { titlesIn } from './titles.mjs';

export const TABLE = 'docs/asvs.md';

/** All rows of docs/asvs/*.yaml. */
export const readRows = () =>
  projectFiles('docs/asvs')
    .filter((file) => file.endsWith('.yaml'))
    .flatMap((file) => parse(read(file)));

const known = new Map();

/** The titles of the tests in this file of the project; undefined when it is not there. */
export function titlesOf(file) {
  if (!existsSync(join(root, file))) return undefined;
  if (!known.has(file)) known.set(file, titlesIn(read(file), file));
  return known.get(file);
}
