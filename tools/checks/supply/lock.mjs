// What package-lock.json and the installed packages say of the packages that this project is made with.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, root } from '../lib.mjs';

/**
 * A package of the lockfile.
 * @typedef {object} Locked
 * @property {string} path its folder from the root, such as `node_modules/zod`
 * @property {string} name
 * @property {any} entry what the lockfile says of it
 */

/** @returns {any} package-lock.json */
export const readLock = () => JSON.parse(read('package-lock.json'));

export const readAllow = () => JSON.parse(read('tools/checks/audit.allow.json'));

/** Every package from outside: not the workspaces, nor the links to them. @returns {Locked[]} */
export const packagesOf = (lock) =>
  Object.entries(lock.packages ?? {})
    .filter(([path, entry]) => path.includes('node_modules/') && entry.link !== true)
    .map(([path, entry]) => ({ path, name: entry.name ?? path.split('node_modules/').at(-1), entry }));

/** Those that are needed to run; npm marks what is needed for building and testing alone. @returns {Locked[]} */
export const productionPackagesOf = (lock) => packagesOf(lock).filter(({ entry }) => entry.dev !== true);

export const isInstalled = (path) => existsSync(join(root, path, 'package.json'));

/**
 * The path of the package that `name` means to the package at `from`: in its own node_modules, then in each folder above.
 * A link to a workspace gives the folder of the workspace. undefined when it is not in the lockfile.
 */
export function resolveIn(lock, from, name) {
  for (let folder = from; ; folder = folder.replace(/(^|\/)(node_modules\/)?(@[^/]+\/)?[^/]+$/, '')) {
    const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    const entry = lock.packages[path];
    if (entry !== undefined) return entry.link === true ? entry.resolved : path;
    if (folder === '') return undefined;
  }
}

/**
 * The licence as an SPDX expression: by the installed package, by the lockfile, by audit.allow.json, or that of the
 * package that has this one as its build for another platform. undefined when none says it.
 */
export function licenceOf(lock, allow, { path, name, entry }) {
  const known = allow.licenceOfPackage?.[`${name}@${entry.version}`];
  if (known) return known.licence;
  const manifest = isInstalled(path)
    ? JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'))
    : {};
  // Before 2014 packages named their licences in a list of objects.
  const listed = [manifest.licenses].flat().map((one) => one?.type ?? one);
  const said = manifest.license?.type ?? manifest.license ?? listed[0] ?? entry.license;
  if (typeof said === 'string' && said !== '') return listed.length > 1 ? listed.join(' OR ') : said;
  const parent = packagesOf(lock).find((one) => name in (one.entry.optionalDependencies ?? {}));
  return parent && entry.optional === true ? licenceOf(lock, allow, parent) : undefined;
}
