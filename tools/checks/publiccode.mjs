// publiccode.yml has the required keys of the standard, and says the same as package.json and LICENSE.
import { parse } from 'yaml';
import { finish, projectFiles, read } from './lib.mjs';

const statuses = ['concept', 'development', 'beta', 'stable', 'obsolete'];
const types = [
  'standalone/mobile',
  'standalone/iot',
  'standalone/desktop',
  'standalone/web',
  'standalone/backend',
].concat(['standalone/other', 'addon', 'library', 'configurationFiles']);
const maintenance = ['internal', 'contract', 'community', 'none'];

const faults = [];
const expect = (condition, fault) => condition || faults.push(`publiccode.yml: ${fault}.`);
const code = parse(read('publiccode.yml'));
const manifest = JSON.parse(read('package.json'));
const text = (value, shortest, longest) =>
  typeof value === 'string' && value.trim().length >= shortest && value.trim().length <= longest;

expect(/^0(\.\d+){1,2}$/.test(String(code.publiccodeYmlVersion)), 'publiccodeYmlVersion ontbreekt');
expect(text(code.name, 1, 100), 'name ontbreekt');
expect(/^(https?|git):\/\/\S+$/.test(code.url ?? ''), 'url moet het adres van de broncode zijn');
expect(
  code.softwareVersion === manifest.version,
  `softwareVersion moet ${manifest.version} zijn, net als in package.json`,
);
expect(
  /^\d{4}-\d\d-\d\d$/.test(String(code.releaseDate ?? '')) || !('releaseDate' in code),
  'releaseDate moet jjjj-mm-dd zijn',
);
expect(Array.isArray(code.platforms) && code.platforms.length > 0, 'platforms ontbreekt');
expect(
  statuses.includes(code.developmentStatus),
  `developmentStatus moet een van ${statuses.join(', ')} zijn`,
);
expect(types.includes(code.softwareType), `softwareType moet een van ${types.join(', ')} zijn`);
expect(code.legal?.license === manifest.license, `legal.license moet ${manifest.license} zijn`);
expect(
  maintenance.includes(code.maintenance?.type),
  `maintenance.type moet een van ${maintenance.join(', ')} zijn`,
);
const contacts = code.maintenance?.contacts ?? [];
const named = ['internal', 'community'].includes(code.maintenance?.type);
expect(
  !named || (contacts.length > 0 && contacts.every(({ name }) => text(name, 1, 100))),
  'maintenance.contacts ontbreekt',
);
expect(typeof code.localisation?.localisationReady === 'boolean', 'localisation.localisationReady ontbreekt');
expect(Array.isArray(code.localisation?.availableLanguages), 'localisation.availableLanguages ontbreekt');

const languages = Object.entries(code.description ?? {});
expect(
  languages.some(([language]) => language === 'nl'),
  'description.nl ontbreekt',
);
for (const [language, description] of languages) {
  const at = `description.${language}`;
  expect(text(description.shortDescription, 1, 150), `${at}.shortDescription mag 150 tekens hebben`);
  expect(
    text(description.longDescription, 150, 10_000),
    `${at}.longDescription moet 150 tot 10.000 tekens hebben`,
  );
  expect(Array.isArray(description.features) && description.features.length > 0, `${at}.features ontbreekt`);
}

const licence = read('LICENSE');
const parts = [
  'EUROPEAN UNION PUBLIC LICENCE v. 1.2',
  '## 1. Definitions',
  '## 15. Applicable Law',
  '## Appendix',
];
const missing = parts.filter((part) => !licence.includes(part));
if (missing.length > 0)
  faults.push(`LICENSE moet de hele EUPL-1.2 zijn. Dit ontbreekt: ${missing.join(', ')}.`);
const manifests = projectFiles().filter((file) => /(^|\/)package\.json$/.test(file));
for (const file of manifests) {
  const { license, version } = JSON.parse(read(file));
  if (license !== 'EUPL-1.2') faults.push(`${file}: license moet EUPL-1.2 zijn.`);
  if (version !== manifest.version)
    faults.push(`${file}: version moet ${manifest.version} zijn, net als in de hoofdmap.`);
}
finish(faults, `publiccode.yml, LICENSE en ${manifests.length} package.json kloppen met elkaar`);
