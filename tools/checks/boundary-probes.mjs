// Shows that every rule of .dependency-cruiser.cjs fires, and that what the import table allows passes.
// A file that breaks one rule must get exactly that rule; a rule without such a file fails the check.
import { allowedImports, ruleBreakers } from './boundary-probes.data.mjs';
import { cruiseBoundaries } from './cruise.mjs';
import { finish } from './lib.mjs';
import { withOverlay, workspaceFolders } from './overlay.mjs';

const files = {};
const expected = new Map();

ruleBreakers.forEach(({ rule, file, code, also = {} }, index) => {
  const path = file.replace('PROEF', `proef-${index}`);
  files[path] = code.replaceAll('PROEF', `proef-${index}`);
  const extras = Object.entries(also).map(([extra, text]) => {
    const beside = extra.replace('PROEF', `proef-${index}`);
    files[beside] = text.replaceAll('PROEF', `proef-${index}`);
    return beside;
  });
  // A circle is reported at one of its files, so a probe of several files counts as one.
  expected.set(path, { rule, among: [path, ...extras] });
});
allowedImports.forEach(({ file, code }, index) => {
  const path = file.replace('PROEF', `toegestaan-${index}`);
  files[path] = code;
  expected.set(path, { rule: null, among: [path] });
});

const folders = [...Object.values(workspaceFolders).map((folder) => `${folder}/src`), 'test'];
const { violations, rules } = await withOverlay(files, (tree) => cruiseBoundaries(tree, folders));

const faults = [];
for (const [path, { rule, among }] of expected) {
  const fired = [...new Set(violations.filter(({ from }) => among.includes(from)).map((one) => one.rule))];
  const wanted = rule === null ? [] : [rule];
  if (fired.join() !== wanted.join()) {
    const import_ = files[path].trim().split('\n')[0];
    faults.push(
      `${path} («${import_}»): verwacht ${rule ?? 'geen regel'}, kreeg ${fired.join(', ') || 'geen regel'}.`,
    );
  }
}
for (const rule of rules) {
  if (!ruleBreakers.some((probe) => probe.rule === rule)) {
    faults.push(`Regel ${rule} heeft geen proef. Voeg er een toe in tools/checks/boundary-probes.data.mjs.`);
  }
}
for (const { rule } of ruleBreakers) {
  if (!rules.includes(rule)) faults.push(`De proef voor ${rule} hoort bij geen enkele regel.`);
}
finish(
  faults,
  `${rules.length} regels, ${ruleBreakers.length} overtredingen gevonden, ${allowedImports.length} imports toegestaan`,
);
