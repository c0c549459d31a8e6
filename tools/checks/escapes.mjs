// Ways around the other checks: a rule switched off without a reason, a test that does not run, a loose end.
import { finish, isGenerated, lineAt, projectFiles, read } from './lib.mjs';

// Put together from halves, so that this file does not find itself.
const word = (...parts) => parts.join('');
const patterns = [
  [
    new RegExp(word('eslint', '-disable') + '(?!.*\\s--\\s+\\S)', 'g'),
    'zet een regel uit zonder reden. Schrijf er « -- reden» achter',
  ],
  [new RegExp(word('prettier', '-ignore'), 'g'), 'zet de opmaak uit'],
  [new RegExp(word('@ts', '-(ignore|nocheck)'), 'g'), 'zet de typecontrole uit'],
  [
    new RegExp(word('@ts', '-expect-error') + '(?!.*\\S{3,}\\s+\\S)', 'g'),
    'verwacht een typefout zonder te zeggen waarom',
  ],
  [
    new RegExp(word('\\b(it|test|describe)\\.', '(skip|only|todo|failing)\\b'), 'g'),
    'is een test die niet of alleen loopt',
  ],
  [new RegExp(word('\\b[xf]', '(it|describe|test)\\('), 'g'), 'is een test die niet of alleen loopt'],
  [
    new RegExp(word('\\b(TO', 'DO|FIX', 'ME|XX', 'X)\\b'), 'g'),
    'is een los eind. Maak het af of schrijf een issue',
  ],
  [new RegExp(word('\\bas', ' any\\b'), 'g'), 'ontloopt de typen'],
  [
    new RegExp(word('jest\\.', 'mock\\(\\s*[\'"]@temporalio/workflow'), 'g'),
    'vervangt de werkstroommotor in een test',
  ],
];

const faults = [];
const files = projectFiles().filter(
  (file) => /\.(ts|tsx|mjs|cjs|js|css|sql|ya?ml|sh)$/.test(file) && !isGenerated(file),
);
for (const file of files) {
  const text = read(file);
  for (const [pattern, why] of patterns) {
    for (const match of text.matchAll(pattern)) {
      faults.push(`${file}:${lineAt(text, match.index)}: «${match[0].trim()}» ${why}.`);
    }
  }
}
finish(faults, `${files.length} bestanden, niets uitgezet zonder reden`);
