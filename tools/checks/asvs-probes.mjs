// Shows that the check on docs/asvs fires: each probe breaks one thing in two good rows.
import { asvsFaults } from './asvs/rules.mjs';
import { asvsTable, tableFaults } from './asvs/table.mjs';
import { titlesIn } from './asvs/titles.mjs';
import { finish } from './lib.mjs';

const requirements = { V1: { titel: 'Proef', 1: '1.1', 2: '1.2' } };
const spec = [
  "describe('buiten', () => { it('doet iets', () => {});",
  "it.each(['a'])('doet iets met %s', () => {});",
  "test('doet nog iets', () => {}); });",
  "// it('staat in commentaar', () => {});",
  "const los = 'los eind';",
].join('\n');
const titlesOf = (file) => (file === 'src/proef.spec.ts' ? titlesIn(spec) : undefined);
const good = () => [
  { id: 'V1.1.1', wat: 'Dit is een eis.', oordeel: 'voldaan', tests: ['src/proef.spec.ts › doet iets'] },
  { id: 'V1.1.2', wat: 'Dit is er ook een.', oordeel: 'niet voldaan', waarom: 'Dat is nog niet gebouwd.' },
];

/** [what the only fault must say, how the rows are broken] */
const probes = [
  ['V1.1.2: deze eis heeft geen regel', (rows) => rows.pop()],
  ['V1.1.2: deze eis staat er meer dan één keer', (rows) => rows.push({ ...rows[1] })],
  ['V1.1.9: deze eis hoort niet in de lijst', (rows) => rows.push({ ...rows[1], id: 'V1.1.9' })],
  ['V1.1.1: «wat» is geen zin', ([row]) => (row.wat = 'geen zin')],
  ['V1.1.1: «wat» is geen zin', ([row]) => delete row.wat],
  ['V1.1.2: het oordeel «bijna»', ([, row]) => (row.oordeel = 'bijna')],
  ['V1.1.2: «waarom» is geen zin', ([, row]) => (row.waarom = 'zie boven')],
  ['V1.1.2: «niet voldaan» wil een reden', ([, row]) => delete row.waarom],
  [
    'V1.1.2: «niet van toepassing» wil een reden',
    ([, row]) => ((row.oordeel = 'niet van toepassing'), delete row.waarom),
  ],
  ['V1.1.1: er is geen test en geen reden', ([row]) => delete row.tests],
  ['V1.1.2: een test bewijst niet', ([, row]) => (row.tests = ['src/proef.spec.ts › doet iets'])],
  [
    'V1.1.1: het bestand src/weg.spec.ts is er niet',
    ([row]) => (row.tests = ['src/weg.spec.ts › doet iets']),
  ],
  ['heeft geen test «doet niets»', ([row]) => (row.tests = ['src/proef.spec.ts › doet niets'])],
  ['heeft geen test «buiten»', ([row]) => (row.tests = ['src/proef.spec.ts › buiten'])],
  ['heeft geen test «los eind»', ([row]) => (row.tests = ['src/proef.spec.ts › los eind'])],
  [
    'heeft geen test «staat in commentaar»',
    ([row]) => (row.tests = ['src/proef.spec.ts › staat in commentaar']),
  ],
  ['is geen test. Schrijf', ([row]) => (row.tests = ['src/proef.spec.ts'])],
  ['het veld reden is onbekend', ([row]) => (row.reden = 'Omdat het zo is.')],
];

const faults = [];
const names = ['doet iets', 'doet iets met %s', 'doet nog iets'];
const fine = [good(), names.map((title) => `src/proef.spec.ts › ${title}`)];
fine[0][0].tests = fine[1];
const clean = asvsFaults(fine[0], requirements, titlesOf);
if (clean.length > 0) faults.push(`Goede regels worden gemeld: ${clean.join(' ')}`);
for (const [named, harm] of probes) {
  const rows = good();
  harm(rows);
  const found = asvsFaults(rows, requirements, titlesOf);
  if (found.length !== 1 || !found[0].includes(named))
    faults.push(`Verwacht «${named}», gemeld: ${found.join(' ') || 'niets'}`);
}
const table = asvsTable(good(), requirements);
const changed = good();
changed[1].waarom = 'Dat is een andere reden.';
for (const [text, rows, expected] of [
  [table, good(), 0],
  [table, changed, 1],
  ['', good(), 1],
]) {
  if (tableFaults(text, rows, requirements).length !== expected)
    faults.push('Een bladzijde die niet bij de regels hoort, wordt niet gezien.');
}
if (!table.includes('| 1.1.2 | 2 | Dit is er ook een. | **niet voldaan** | Dat is nog niet gebouwd. |'))
  faults.push('De tabel laat een regel niet zien zoals hij is.');
finish(faults, `${probes.length} fouten in de tabel van ASVS gevonden`);
