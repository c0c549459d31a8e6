// The project speaks of itself alone: no path or registry of one machine, no address of a person.
import { execFileSync } from 'node:child_process';
import { homedir } from 'node:os';
import { dirname } from 'node:path';
import { finish, lineAt, projectFiles, read, root } from './lib.mjs';

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

function printed(command, ...args) {
  try {
    return execFileSync(command, args, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 20_000,
    });
  } catch {
    return '';
  }
}

const settings =
  printed('npm', 'config', 'get', 'registry') +
  printed('go', 'env', 'GOPROXY') +
  printed('pip', 'config', 'list');
const hosts = [
  ...new Set([...settings.matchAll(/https?:\/\/(?:[^@/\s]*@)?([\w.-]+\.\w+)/g)].map(([, host]) => host)),
];
const folders = [homedir(), dirname(root)].filter(
  (folder) => folder.split('/').length > 1 && folder !== '/' && folder !== '/tmp',
);

const patterns = [
  ...folders.map((folder) => [
    new RegExp(`(?<![\\w./])${escaped(folder)}/`, 'g'),
    'is een map van deze computer',
  ]),
  ...hosts.map((host) => [new RegExp(escaped(host), 'g'), 'is een pakketbron van deze computer']),
  [/(?<![\w./])\/(?:home|Users)\/(?!node\b)[\w.-]+/g, 'is een map van iemands computer'],
  [/\b[A-Z]:\\Users\\\w+/g, 'is een map van iemands computer'],
];
const emailAddress = /[\w.+-]+@(?=[\w-]+\.)[\w.-]*[a-z]/gi;
// Reserved for examples (RFC 2606), so that no mail reaches a person.
const exampleAddress =
  /@(?:[\w.-]+\.)?(?:example(?:\.(?:com|org|net|nl))?|test|invalid|localhost|voorbeeld\.nl)$|^git@|^(?:naam|noreply)@/i;

const faults = [];
const textFile =
  /\.(tsx?|[mc]?js|json|md|ya?ml|css|html|sh|sql|py|txt|csv|svg)$|(^|\/)(\.[a-z]+|Dockerfile|run)$/;
const files = projectFiles().filter((file) => textFile.test(file) && file !== 'package-lock.json');
for (const file of files) {
  const text = read(file);
  const report = (match, why) => faults.push(`${file}:${lineAt(text, match.index)}: «${match[0]}» ${why}.`);
  for (const [pattern, why] of patterns) for (const match of text.matchAll(pattern)) report(match, why);
  for (const match of text.matchAll(emailAddress)) {
    if (!exampleAddress.test(match[0]) && !/@\d/.test(match[0])) {
      report(match, 'lijkt een echt mailadres. Gebruik een adres op .example');
    }
  }
}

const lock = projectFiles().includes('package-lock.json') ? read('package-lock.json') : '';
const resolved = [...lock.matchAll(/"resolved"\s*:\s*"https?:\/\//g)];
if (resolved.length > 0) {
  faults.push(
    `package-lock.json noemt ${resolved.length} keer een pakketbron. Zet omit-lockfile-registry-resolved=true in .npmrc en draai npm install.`,
  );
}
finish(faults, `${files.length} bestanden zonder map, pakketbron of adres van iemand`);
