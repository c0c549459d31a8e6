// Shows that the text checks fail when they should: each is run on a small tree with one fault, and on a clean one.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { finish, read, root } from './lib.mjs';

// Put together from halves, so that the checks do not find these in this file.
const word = (...parts) => parts.join('');
const manifest = { name: 'proef', version: '0.1.0', license: 'EUPL-1.2' };
const publiccode = read('publiccode.yml').replace(/^softwareVersion:.*$/m, 'softwareVersion: 0.1.0');
const clean = {
  'docs/begrippenlijst.md': read('docs/begrippenlijst.md').replace(/\]\([^)]*\)/g, ']'),
  'publiccode.yml': publiccode,
  LICENSE: read('LICENSE'),
  'package.json': JSON.stringify(manifest),
  'package-lock.json': '{}',
  'src/gemeente.ts':
    "import { Holiday } from 'date-holidays';\n// A municipality, in a comment.\nexport const gemeenten = ['Zeg wat de municipality wil'];\nexport const x: Holiday[] = [];\n",
  'README.md': '# Kop één\n\n[hier](src/gemeente.ts) en [daar](#kop-één)\n',
};

const ts = (code) => ({ 'src/proef.ts': `${code}\n` });
/** [check, files that hold one fault, what its output must name] */
const probes = [
  ['words', ts('export const municipalityId = 1;'), 'gemeente'],
  ['words', ts("export const url = '/api/v1/municipalities/1';"), 'gemeente'],
  ['words', ts('export const x = (id: string) => `/api/improvement-actions/${id}`;'), 'verbeteractie'],
  ['words', ts('export interface CohortStep {\n  a: 1;\n}'), 'stap'],
  ['words', ts('export const q = `SELECT id FROM reminders`;'), 'herinnering'],
  ['words', ts("import { checkinDatum } from './x.js';\nexport const y = checkinDatum;"), 'check-in'],
  ['words', ts('export const coördinaat = 1;'), 'accent'],
  ['words', { 'src/advisor.service.ts': 'export const x = 1;\n' }, 'adviseur'],
  ['words', { 'src/x.css': '.working-day { color: red }\n' }, 'werkdag'],
  ['words', { 'src/x.sql': 'CREATE TABLE x (contact_person_id int);\n' }, 'contactpersoon'],
  ['words', { 'docs/begrippenlijst.md': '# Leeg\n' }, 'te weinig woorden'],
  ['sizes', ts('export const x = 1;\n'.repeat(401)), '401 regels'],
  ['escapes', ts(word('// eslint', '-disable-next-line no-var\nvar x = 1;')), 'zonder reden'],
  ['escapes', ts(word('it.', "only('x', () => undefined);")), 'niet of alleen'],
  ['escapes', ts(word('// TO', 'DO later')), 'los eind'],
  ['escapes', ts(word('export const x = 1 as', ' any;')), 'typen'],
  ['escapes', ts(word('// @ts', '-ignore\nexport const x = y;')), 'typecontrole'],
  ['escapes', ts(word('jest.', "mock('@temporalio/workflow');")), 'werkstroommotor'],
  ['own-name', ts(`export const x = '${join(homedir(), 'iets')}';`), 'map van deze computer'],
  ['own-name', ts(word("export const x = '/ho", "me/iemand/project';")), 'iemands computer'],
  ['own-name', ts(word("export const x = 'iemand@gemeente", "huis.nl';")), 'mailadres'],
  ['own-name', { 'package-lock.json': '{"a": {"resolved": "https://bron.example/a.tgz"}}' }, 'pakketbron'],
  ['docs', { 'README.md': '# Kop\n\n[weg](docs/bestaat-niet.md)\n' }, 'leidt nergens heen'],
  ['docs', { 'README.md': '# Kop\n\n[weg](docs/begrippenlijst.md#bestaat-niet)\n' }, 'geen kop'],
  [
    'publiccode',
    { 'publiccode.yml': publiccode.replace(/^developmentStatus:.*$/m, '') },
    'developmentStatus',
  ],
  [
    'publiccode',
    { 'publiccode.yml': publiccode.replace(/shortDescription:.*/, 'shortDescription: ""') },
    '150 tekens',
  ],
  ['publiccode', { LICENSE: 'EUPL-1.2\n' }, 'hele EUPL-1.2'],
  ['publiccode', { 'package.json': JSON.stringify({ ...manifest, version: '9.9.9' }) }, '9.9.9'],
  ['publiccode', { 'libs/x/package.json': JSON.stringify({ ...manifest, license: 'MIT' }) }, 'EUPL-1.2'],
];

function runOn(check, files) {
  const tree = mkdtempSync(join(tmpdir(), 'proef-'));
  try {
    for (const [path, text] of Object.entries({ ...clean, ...files })) {
      mkdirSync(dirname(join(tree, path)), { recursive: true });
      writeFileSync(join(tree, path), text);
    }
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(root, 'tools/checks', `${check}.mjs`)],
      {
        env: { ...process.env, CHECK_ROOT: tree },
        encoding: 'utf8',
      },
    );
    return { failed: status !== 0, output: `${stdout}${stderr}`.trim() };
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

const faults = [];
const checks = [...new Set(probes.map(([check]) => check))];
for (const check of checks) {
  const { failed, output } = runOn(check, {});
  if (failed) faults.push(`${check} mislukt op een schone map: ${output}`);
}
for (const [check, files, named] of probes) {
  const { failed, output } = runOn(check, files);
  const [file] = Object.keys(files);
  if (!failed) faults.push(`${check} ziet de fout in ${file} niet (verwacht: ${named}).`);
  else if (!output.includes(named) || output.split('\n').length > 1) {
    faults.push(`${check} meldt iets anders dan «${named}» over ${file}: ${output}`);
  }
}
finish(faults, `${probes.length} fouten gevonden door ${checks.length} controles`);
