// `npm run lockfile`: completes package-lock.json after `npm install`. A registry may lack the build of a native package
// for another platform; npm then leaves it out of the lockfile, and `npm ci` refuses such a lockfile everywhere.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const systems = [
  'darwin',
  'linux',
  'win32',
  'freebsd',
  'android',
  'openbsd',
  'netbsd',
  'sunos',
  'aix',
  'openharmony',
];
const processors = [
  'arm64',
  'x64',
  'ia32',
  'arm',
  'ppc64',
  's390x',
  'riscv64',
  'loong64',
  'mips64el',
  'wasm32',
];

/** Whether Node, looking from `path` upwards, finds `name` in the lockfile. */
const isLocked = (packages, path, name) => {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (packages[`${folder}${folder === '' ? '' : '/'}node_modules/${name}`] !== undefined) return true;
    if (!folder.includes('/node_modules/')) return packages[`node_modules/${name}`] !== undefined;
  }
};

/** What npm would have written, as far as the name tells; without a hash, since there is nothing to take it of. */
const entryFor = (name, range, dev) => {
  const parts = name.replace('windows', 'win32').split(/[-/]/);
  const cpu = processors.filter((processor) => parts.includes(processor));
  const os = systems.filter((system) => parts.includes(system));
  return {
    version: range.replace(/^[\^~>=]+/, ''),
    ...(cpu.length > 0 && { cpu }),
    ...(dev && { dev }),
    optional: true,
    ...(os.length > 0 && { os }),
  };
};

const path = fileURLToPath(new URL('../package-lock.json', import.meta.url));
const lock = JSON.parse(readFileSync(path, 'utf8'));
let added = 0;
for (const [from, { optionalDependencies = {}, dev }] of Object.entries({ ...lock.packages }))
  for (const [name, range] of Object.entries(optionalDependencies)) {
    if (isLocked(lock.packages, from, name)) continue;
    lock.packages[`node_modules/${name}`] = entryFor(name, range, dev);
    added++;
  }
const sorted = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1));
writeFileSync(path, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
console.log(`${added} onderdelen aan package-lock.json toegevoegd.`);
