import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { readFileSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './lib.mjs';

export const workspaceFolders = {
  domain: 'libs/domain',
  contracts: 'libs/contracts',
  messages: 'libs/messages',
  database: 'libs/database',
  config: 'libs/config',
  crypto: 'libs/crypto',
  'temporal-codec': 'libs/temporal-codec',
  webhook: 'libs/webhook',
  testing: 'libs/testing',
  workflows: 'workflows',
  activities: 'activities',
  api: 'apps/api',
  worker: 'apps/worker',
  postvak: 'apps/postvak',
  codec: 'apps/codec',
  identiteit: 'apps/identiteit',
  web: 'apps/web',
  tools: 'tools',
};

const configuration = [
  'package.json',
  'tsconfig.base.json',
  'tsconfig.check.json',
  'tsconfig.check.web.json',
].concat(['.dependency-cruiser.cjs', 'eslint.config.mjs', '.npmrc']);

/**
 * Makes a small tree in a temporary folder: the project's own configuration and package.json files, a stub as the
 * entry of every workspace, and the given files. Packages from outside are the installed ones, by link.
 * The tracked tree is never written to, so a probe that is interrupted leaves nothing behind in it.
 * @param {Record<string, string>} files text by path
 * @param {(tree: string) => Promise<T>} use
 * @returns {Promise<T>}
 * @template T
 */
export async function withOverlay(files, use) {
  const tree = realpathSync(mkdtempSync(join(tmpdir(), 'proef-')));
  const write = (path, text) => {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  };
  try {
    for (const file of configuration) {
      if (existsSync(join(root, file))) cpSync(join(root, file), join(tree, file));
    }
    linkPackages(tree);
    for (const [name, folder] of Object.entries(workspaceFolders)) {
      write(`${folder}/package.json`, packageJson(name, folder));
      write(
        `${folder}/src/index.ts`,
        'export const waarde = 1;\nexport interface Vorm {\n  waarde: number;\n}\n',
      );
      write(`${folder}/dist/index.js`, 'export const waarde = 1;\n');
      write(`${folder}/dist/index.d.ts`, 'export declare const waarde: number;\n');
    }
    for (const [path, text] of Object.entries(files)) write(path, text);
    return await use(tree);
  } finally {
    process.chdir(root);
    rmSync(tree, { recursive: true, force: true });
  }
}

/** The real package.json, with an entry added for the apps: a probe must be able to import them by name. */
function packageJson(name, folder) {
  const path = join(root, folder, 'package.json');
  const own = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : { type: 'module' };
  const entry = { '.': { source: './src/index.ts', types: './dist/index.d.ts', default: './dist/index.js' } };
  return JSON.stringify({ ...own, name: `@maatwerktraject/${name}`, exports: own.exports ?? entry }, null, 2);
}

function linkPackages(tree) {
  const modules = join(tree, 'node_modules');
  const scope = join(modules, '@maatwerktraject');
  mkdirSync(scope, { recursive: true });
  for (const [name, folder] of Object.entries(workspaceFolders)) {
    mkdirSync(join(tree, folder), { recursive: true });
    symlinkSync(join(tree, folder), join(scope, name));
  }
  const linked = [
    'typescript-eslint',
    'eslint-plugin-react-hooks',
    'typescript',
    'vite',
    '@types',
    '@temporalio',
  ].concat(
    ['@nestjs', 'zod', 'typeorm', 'pg', 'fast-check', 'nodemailer', 'react', 'express'],
    ['eslint', 'lodash', 'dayjs', 'ipaddr.js', 'standardwebhooks'],
  );
  for (const name of linked) {
    const installed = join(root, 'node_modules', name);
    if (existsSync(installed)) symlinkSync(realpathSync(installed), join(modules, name));
  }
}
