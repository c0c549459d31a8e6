// The types of the build, and those of everything that is not built: spec files, test/, the web app.
import { report, runTool } from './command.mjs';
import { projectFiles, read } from './lib.mjs';

const files = projectFiles().filter((file) => /\.tsx?$/.test(file));
const hasSource = (folder) => files.some((file) => file.startsWith(`${folder}/`));

const references = JSON.parse(read('tsconfig.json')).references.map(({ path }) => path.replace(/^\.\//, ''));
const built = references.filter(hasSource);
const results = [];
if (built.length > 0) results.push(runTool('typescript', ['-b', ...built], { bin: 'tsc' }));
if (files.some((file) => !file.startsWith('apps/web/'))) {
  results.push(runTool('typescript', ['-p', 'tsconfig.check.json'], { bin: 'tsc' }));
}
if (hasSource('apps/web'))
  results.push(runTool('typescript', ['-p', 'tsconfig.check.web.json'], { bin: 'tsc' }));

report(results, `${files.length} bestanden, ${built.length} van ${references.length} onderdelen gebouwd`);
