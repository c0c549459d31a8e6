// Files, exports and packages that nothing uses.
import { report, runTool } from './command.mjs';
import { projectFiles, read } from './lib.mjs';

const manifests = projectFiles().filter((file) =>
  /^(libs\/[^/]+|apps\/[^/]+|[a-z]+)\/package\.json$/.test(file),
);
const folders = manifests.map((file) => file.replace('/package.json', ''));
// A workspace without source uses nothing yet; its packages, and those of the tests that go with it, cannot be judged.
const empty = folders.filter((folder) => projectFiles(`${folder}/src`).length === 0);
const args = ['--no-progress', '--no-config-hints'];
if (empty.length > 0) args.push('--exclude', 'dependencies');

const packages = Object.keys(JSON.parse(read('package.json')).devDependencies ?? {}).length;
report(
  [runTool('knip', args)],
  empty.length > 0
    ? `geen ongebruikte bestanden of exports (pakketten niet bekeken: nog geen broncode in ${empty.join(', ')})`
    : `geen ongebruikte bestanden, exports of pakketten (${packages} om mee te bouwen)`,
);
