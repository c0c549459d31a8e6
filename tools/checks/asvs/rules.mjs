/** What a row may say. */
const VERDICTS = ['voldaan', 'niet van toepassing', 'niet voldaan'];
const FIELDS = ['id', 'wat', 'oordeel', 'tests', 'waarom'];

/** Between the file of a test and its title. */
const BETWEEN = ' › ';

const isSentence = (text) => typeof text === 'string' && /^[\p{Lu}`[]/u.test(text) && /[.?]$/.test(text);

/** @returns {{file: string, title: string} | undefined} */
export function testOf(reference) {
  const place = typeof reference === 'string' ? reference.indexOf(BETWEEN) : -1;
  if (place < 1) return undefined;
  return { file: reference.slice(0, place), title: reference.slice(place + BETWEEN.length) };
}

/** Every number in the list of requirements, with its level. */
export function levelsOf(requirements) {
  return new Map(
    Object.entries(requirements).flatMap(([chapter, levels]) =>
      [1, 2].flatMap((level) =>
        levels[level]
          .split(' ')
          .filter((number) => number !== '')
          .map((number) => [`${chapter}.${number}`, level]),
      ),
    ),
  );
}

/**
 * What is wrong with the test that a row names.
 * @param {(file: string) => Set<string> | undefined} titlesOf undefined when there is no such file
 */
function testFault(reference, titlesOf) {
  const test = testOf(reference);
  if (test === undefined) return `«${reference}» is geen test. Schrijf: bestand${BETWEEN}naam van de test.`;
  const titles = titlesOf(test.file);
  if (titles === undefined) return `het bestand ${test.file} is er niet.`;
  return titles.has(test.title) ? undefined : `${test.file} heeft geen test «${test.title}».`;
}

function rowFaults(row, titlesOf) {
  const { wat, oordeel, tests = [], waarom } = row;
  const faults = Object.keys(row)
    .filter((field) => !FIELDS.includes(field))
    .map((field) => `het veld ${field} is onbekend.`);
  if (!isSentence(wat)) faults.push('«wat» is geen zin.');
  if (!VERDICTS.includes(oordeel))
    faults.push(`het oordeel «${oordeel}» is geen van: ${VERDICTS.join(', ')}.`);
  if (waarom !== undefined && !isSentence(waarom)) faults.push('«waarom» is geen zin.');
  if (oordeel === 'voldaan' && tests.length === 0 && waarom === undefined)
    faults.push('er is geen test en geen reden.');
  if (oordeel !== 'voldaan' && waarom === undefined) faults.push(`«${oordeel}» wil een reden.`);
  if (oordeel !== 'voldaan' && tests.length > 0) faults.push(`een test bewijst niet dat iets ${oordeel} is.`);
  return [...faults, ...tests.map((one) => testFault(one, titlesOf)).filter((one) => one !== undefined)];
}

/**
 * Every fault in the rows, one sentence each.
 * @param {object[]} rows as they stand in docs/asvs/*.yaml
 */
export function asvsFaults(rows, requirements, titlesOf) {
  const levels = levelsOf(requirements);
  const seen = new Map();
  for (const { id } of rows) seen.set(id, (seen.get(id) ?? 0) + 1);
  return [
    ...[...levels.keys()].filter((id) => !seen.has(id)).map((id) => `${id}: deze eis heeft geen regel.`),
    ...[...seen]
      .filter(([, times]) => times > 1)
      .map(([id]) => `${id}: deze eis staat er meer dan één keer.`),
    ...[...seen.keys()]
      .filter((id) => !levels.has(id))
      .map((id) => `${id}: deze eis hoort niet in de lijst.`),
    ...rows.flatMap((row) => rowFaults(row, titlesOf).map((fault) => `${row.id}: ${fault}`)),
  ];
}
