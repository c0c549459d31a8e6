import { levelsOf, testOf } from './rules.mjs';

const HEAD = `# OWASP ASVS 5, niveau 2

Deze tabel zegt van elke eis hoe het ervoor staat: **voldaan** (met de test die het bewijst, of de reden), **niet van
toepassing**, of **niet voldaan**, met de reden. Wij zijn hierbij streng voor onszelf: half is niet voldaan.

- **Bron**: [OWASP Application Security Verification Standard 5.0.0](https://github.com/OWASP/ASVS/tree/v5.0.0_release),
  © OWASP Foundation, licentie [CC BY-SA 4.0](https://creativecommons.org/licenses/by-sa/4.0/). De nummers en niveaus komen
  daaruit. De zinnen zijn van ons en korter: wat de eis precies vraagt, staat bij de bron. Deze bladzijde en de bestanden in
  \`docs/asvs\` hebben dezelfde licentie.
- **Wat erin staat**: niveau 1 en 2 van deze hoofdstukken. Niet bekeken zijn V5 (bestanden), V12 (verbindingen), V15 (bouwen)
  en V17 (WebRTC).
- **Hoe het klopt**: de regels staan in \`docs/asvs/*.yaml\`. Verander ze daar, en doe dan \`npm run asvs\`. De controle
  \`npm run check:asvs\` kijkt of elke eis er één keer staat, elke test bestaat, en deze bladzijde bij de regels hoort. Dat een
  test ook echt die eis bewijst, moet een mens bekijken. Dit is geen onderzoek door een ander.
- **Waar het geldt**: het product zelf. De oefenaanmelding draait alleen op de eigen computer. TLS, de webserver ervoor, de
  back-ups en de bewaking zijn van wie het draait; zie [beheer](beheer.md).
`;

const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ').trim();

function proof({ tests = [], waarom }) {
  const links = tests.map((reference) => {
    const { file, title } = testOf(reference);
    return `[${file.split('/').at(-1).replace('.spec.ts', '')}](../${file}): \`${title.replaceAll('`', "'")}\``;
  });
  return cell([...links, ...(waarom === undefined ? [] : [waarom])].join('<br>'));
}

const MARKS = { voldaan: 'voldaan', 'niet van toepassing': 'n.v.t.', 'niet voldaan': '**niet voldaan**' };

function counts(rows, title, number) {
  const of = (verdict) => rows.filter(({ oordeel }) => oordeel === verdict).length;
  return `| ${number} | ${title} | ${of('voldaan')} | ${of('niet van toepassing')} | ${of('niet voldaan')} |`;
}

const byNumber = (a, b) => a.id.slice(1).localeCompare(b.id.slice(1), 'en', { numeric: true });

/** The text of docs/asvs.md. The rows have no faults. */
export function asvsTable(rows, requirements) {
  const levels = levelsOf(requirements);
  const ofChapter = (chapter) => rows.filter(({ id }) => id.startsWith(`${chapter}.`)).sort(byNumber);
  const chapters = Object.entries(requirements).map(([chapter, { titel }]) => [
    chapter,
    titel,
    ofChapter(chapter),
  ]);
  return [
    HEAD,
    '| hoofdstuk | onderwerp | voldaan | n.v.t. | niet voldaan |\n|---|---|---|---|---|',
    ...chapters.map(([chapter, titel, own]) => counts(own, titel, chapter)),
    counts(rows, 'samen', ''),
    ...chapters.map(([chapter, titel, own]) =>
      [
        `\n## ${chapter} ${titel}\n`,
        '| eis | niveau | wat | oordeel | test of reden |\n|---|---|---|---|---|',
        ...own.map(
          (row) =>
            `| ${row.id.slice(1)} | ${levels.get(row.id)} | ${cell(row.wat)} | ${MARKS[row.oordeel]} | ${proof(row)} |`,
        ),
      ].join('\n'),
    ),
    '',
  ].join('\n');
}

/** What is wrong with a text that should be docs/asvs.md. */
export const tableFaults = (text, rows, requirements) =>
  text === asvsTable(rows, requirements) ? [] : ['docs/asvs.md hoort niet bij docs/asvs. Doe: npm run asvs'];
