// ESLint over everything, one line for each fault.
import { runTool } from './command.mjs';
import { finish, fromRoot } from './lib.mjs';

const { stdout, output } = runTool('eslint', [
  '.',
  '--max-warnings=0',
  '--no-error-on-unmatched-pattern',
  '--format=json',
]);
let results;
try {
  results = JSON.parse(stdout);
} catch {
  results = undefined;
}
if (results === undefined) {
  finish([`eslint gaf geen uitkomst:\n${output}`], '');
} else {
  const faults = results.flatMap(({ filePath, messages }) =>
    messages.map(({ line = 1, column = 1, ruleId, message }) => {
      const [sentence] = message.split('\n');
      return `${fromRoot(filePath)}:${line}:${column}: ${sentence} (${ruleId ?? 'eslint'})`;
    }),
  );
  finish(faults, `${results.length} bestanden, niets gevonden`);
}
