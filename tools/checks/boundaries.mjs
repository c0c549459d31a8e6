// Runs dependency-cruiser over the source folders that exist.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cruiseBoundaries } from './cruise.mjs';
import { finish, root } from './lib.mjs';

const children = (folder) =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder)).map((name) => `${folder}/${name}/src`)
    : [];
const folders = [...children('libs'), 'workflows', 'activities', ...children('apps'), 'tools/src', 'test']
  .map((folder) => (/^(workflows|activities)$/.test(folder) ? `${folder}/src` : folder))
  .filter((folder) => existsSync(join(root, folder)));

if (folders.length === 0) {
  finish([], 'er is nog geen broncode');
} else {
  const { violations, modules } = await cruiseBoundaries(root, folders);
  finish(
    violations.map(({ rule, from, to }) => `${from} mag ${to} niet importeren (regel ${rule}).`),
    `${modules} bestanden, alle imports mogen`,
  );
}
