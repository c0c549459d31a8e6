// Shows that the checks on packages from outside fire: each probe breaks one thing in a small lockfile, a list of
// weaknesses or a bill of materials. For the weaknesses npm itself asks a registry on this computer.
import { randomUUID } from 'node:crypto';
import { finish } from './lib.mjs';
import { bomFaults } from './supply/bom-rules.mjs';
import { createBom } from './supply/bom.mjs';
import { auditWith } from './supply/probe-registry.mjs';
import {
  advisoryFaults,
  allowanceFaults,
  licenceFaults,
  lockfileFaults,
  scriptFaults,
} from './supply/rules.mjs';

const integrity = `sha512-${'A'.repeat(86)}==`;
const npmrc = 'audit=false\nignore-scripts=true\n';
const today = '2027-02-01';
const cleanAllow = () => ({
  advisories: [{ id: 'GHSA-aaaa-bbbb-cccc', reason: 'Raakt ons niet.', until: '2027-03-01' }],
  installScripts: ['met-script'],
  platformBuilds: ['bouwsel-'],
  licences: ['MIT', 'Apache-2.0'],
  licenceOfPackage: { 'zonder@1.0.0': { licence: 'MIT', reason: 'Staat in LICENSE.' } },
});
const cleanLock = () => ({
  lockfileVersion: 3,
  packages: {
    '': { name: 'proef', dependencies: { gewoon: '1.0.0' } },
    'node_modules/gewoon': { version: '1.0.0', integrity, license: 'MIT', dependencies: { zonder: '^1' } },
    'node_modules/zonder': { version: '1.0.0', integrity },
    'node_modules/bouwsel': {
      version: '1.0.0',
      integrity,
      license: '(MIT OR GPL-3.0-only)',
      hasInstallScript: true,
      name: 'met-script',
      optionalDependencies: { 'bouwsel-elders': '1.0.0' },
    },
    'node_modules/bouwsel-elders': { version: '1.0.0', optional: true },
    'node_modules/bouwen': { version: '1.0.0', integrity, license: 'GPL-3.0-only', dev: true },
  },
});
const weakness = {
  id: 1,
  url: 'https://github.com/advisories/GHSA-xxxx-yyyy-zzzz',
  title: 'Een lek',
  severity: 'high',
  vulnerable_versions: '<2.0.0',
};

const judge = (lock, allow, settings) => [
  ...lockfileFaults(lock, allow),
  ...scriptFaults(lock, allow, settings),
  ...licenceFaults(lock, allow),
  ...allowanceFaults(allow, today),
];
const ordinary = (lock) => lock.packages['node_modules/gewoon'];

/** [what the only fault must say, how the lockfile or what is allowed is broken] */
const probes = [
  ['lockfileVersion', (lock) => (lock.lockfileVersion = 2)],
  ['geen sha512', (lock) => delete ordinary(lock).integrity],
  ['geen sha512', (lock) => (ordinary(lock).integrity = 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=')],
  [
    'geen sha512',
    (lock) => (lock.packages['node_modules/bouwsel-elders'] = { version: '1.0.0', license: 'MIT' }),
  ],
  ['geen sha512', (_lock, allow) => (allow.platformBuilds = [])],
  ['gewone pakketbron', (lock) => (ordinary(lock).resolved = 'https://bron.example/gewoon-1.0.0.tgz')],
  ['buiten de pakketbron', (lock) => (ordinary(lock).dependencies.zonder = 'git+ssh://git@bron.example/x')],
  ['buiten de pakketbron', (lock) => (lock.packages[''].dependencies.gewoon = 'iemand/gewoon')],
  ['wil code draaien', (lock) => (ordinary(lock).hasInstallScript = true)],
  ['geen code (meer)', (_lock, allow) => allow.installScripts.push('weg')],
  ['licentie GPL-3.0-only', (lock) => (ordinary(lock).license = 'GPL-3.0-only')],
  ['licentie MIT AND GPL', (lock) => (ordinary(lock).license = 'MIT AND GPL-3.0-only')],
  ['licentie SEE LICENSE', (lock) => (ordinary(lock).license = 'SEE LICENSE IN LICENSE')],
  ['noemt geen licentie', (lock) => delete ordinary(lock).license],
  ['niet (meer) gebruikt', (_lock, allow) => (allow.licenceOfPackage['weg@1.0.0'] = { licence: 'MIT' })],
  ['mocht tot', (_lock, allow) => (allow.advisories[0].until = '2027-01-31')],
  ['hooguit 180 dagen', (_lock, allow) => (allow.advisories[0].until = '2027-12-31')],
  ['geen reden', (_lock, allow) => (allow.advisories[0].reason = ' ')],
  ['geen datum', (_lock, allow) => delete allow.advisories[0].until],
  ['geen kenmerk', (_lock, allow) => (allow.advisories[0].id = 'CVE-2027-1')],
];

const faults = [];
let count = 0;
function expectOnly(found, named, what) {
  count++;
  const good = named === undefined ? found.length === 0 : found.length === 1 && found[0].includes(named);
  if (!good) faults.push(`${what}: verwacht ${named ?? 'niets'}, kreeg ${found.join(' | ') || 'niets'}.`);
}

expectOnly(judge(cleanLock(), cleanAllow(), npmrc), undefined, 'Een goed lockbestand');
expectOnly(judge(cleanLock(), cleanAllow(), 'audit=false\n'), 'ignore-scripts', 'Een .npmrc zonder slot');
for (const [index, [named, damage]] of probes.entries()) {
  const [lock, allow] = [cleanLock(), cleanAllow()];
  damage(lock, allow);
  expectOnly(judge(lock, allow, npmrc), named, `Proef ${index + 1}`);
}

const none = { advisories: [] };
const allowed = {
  advisories: [{ id: 'GHSA-xxxx-yyyy-zzzz', reason: 'Raakt ons niet.', until: '2027-03-01' }],
};
const { report: asked = {} } = await auditWith({ proef: [weakness] }, { npm_config_offline: 'true' });
/** The report of npm, with another severity of what it found. */
const reportOf = (severity) => JSON.parse(JSON.stringify(asked).replaceAll('"high"', `"${severity}"`));
expectOnly(advisoryFaults(asked, none), 'GHSA-xxxx-yyyy-zzzz (high)', 'Een ernstig lek');
expectOnly(advisoryFaults(reportOf('critical'), none), '(critical)', 'Een heel ernstig lek');
expectOnly(advisoryFaults(reportOf('moderate'), none), undefined, 'Een minder ernstig lek');
expectOnly(advisoryFaults(asked, allowed), undefined, 'Een lek dat mag');
const { report = {} } = await auditWith({ lodash: [{ ...weakness, vulnerable_versions: '*' }] });
expectOnly(advisoryFaults(report, none), undefined, 'Geen lek');
expectOnly(advisoryFaults(report, allowed), 'geen lek (meer)', 'Geen lek, maar het mag nog wel');
const reasonWith = async (advisories) => (await auditWith(advisories)).reason ?? 'wel een rapport';
expectOnly([await reasonWith(undefined)], '405', 'Een pakketbron zonder lekkendienst');
expectOnly([await reasonWith({})], 'kent geen enkel lek', 'Een lekkendienst die niets weet');

const expected = ['gewoon@1.0.0', 'zonder@1.0.0', 'met-script@1.0.0', 'bouwsel-elders@1.0.0'];
const bom = JSON.parse(createBom(cleanLock(), cleanAllow()));
const component = (copy) => copy.components.find(({ name }) => name === 'gewoon');
/** [what must be said, how the bill of materials is broken] */
const boms = [
  [undefined, () => undefined],
  ['geen goede CycloneDX', (copy) => (component(copy).type = 'iets')],
  ['geen goede CycloneDX', (copy) => (copy.aantal = 4)],
  ['nummer of tijd', (copy) => (copy.serialNumber = `urn:uuid:${randomUUID()}`)],
  ['nummer of tijd', (copy) => (copy.metadata.timestamp = '2027-02-01T10:00:00Z')],
  [
    'gewoon@1.0.0 ontbreekt',
    (copy) => (copy.components = copy.components.filter((one) => one.name !== 'gewoon')),
  ],
  [
    'draait niet mee',
    (copy) => copy.components.push({ ...component(copy), name: 'vreemd', 'bom-ref': 'vreemd' }),
  ],
  ['geen purl', (copy) => delete component(copy).purl],
  ['geen licentie', (copy) => delete component(copy).licenses],
  ['geen hash', (copy) => delete component(copy).hashes],
];
for (const [index, [named, damage]] of boms.entries()) {
  const copy = structuredClone(bom);
  damage(copy);
  expectOnly(await bomFaults(JSON.stringify(copy), expected, cleanAllow()), named, `Stuklijst ${index + 1}`);
}
finish(faults, `${count} proeven met lockbestand, lekken en stuklijst`);
