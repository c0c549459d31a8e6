// Shows that every rule of the API fires: each probe breaks one thing in a good document, and must be reported so.
import { cleanDocument } from './api-regels/probes.document.mjs';
import { probes } from './api-regels/probes.data.mjs';
import { lintDocument } from './api-regels/lint.mjs';
import { libraryRules, ownRules } from './api-regels/ruleset.mjs';
import { finish, read } from './lib.mjs';

const lint = (document) => lintDocument(JSON.stringify(document));
const told = (found) => found.map(({ rule, message }) => `${rule}: ${message}`).join(' | ') || 'niets';

const faults = [];
const clean = await lint(cleanDocument());
if (clean.length > 0) faults.push(`Het goede document krijgt: ${told(clean)}`);

for (const [index, [rule, named, damage, also = []]] of probes.entries()) {
  const document = cleanDocument();
  damage(document);
  const found = await lint(document);
  const hit = found.some((one) => one.rule === rule && one.message.includes(named));
  const others = found.filter((one) => ![rule, ...also].includes(one.rule));
  if (!hit) faults.push(`Proef ${index + 1} (${rule}, «${named}») krijgt: ${told(found)}`);
  else if (others.length > 0) faults.push(`Proef ${index + 1} (${rule}) krijgt ook: ${told(others)}`);
}

const known = [...ownRules.map(({ id }) => id), ...libraryRules];
const explained = read('docs/api-regels.md');
for (const id of known) {
  if (!explained.includes(`\`${id}\``)) faults.push(`Regel ${id} staat niet in docs/api-regels.md.`);
  if (!probes.some(([rule]) => rule === id)) faults.push(`Regel ${id} heeft geen proef.`);
}
finish(faults, `${known.length} regels, ${probes.length} fouten gevonden`);
