/** The words of a name, in lower case: `cohortStepId`, `cohort_step_id` and `/cohort-step/id` give the same. */
export function splitWords(name) {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/**
 * Reads the tables of the word list: the last column of each term says what it is not called; the table with two
 * columns says which technical words are fine all the same.
 * @param {string} markdown
 * @returns {{forbidden: {words: string[], term: string}[], technical: {words: string[], toolsOnly: boolean}[]}}
 */
export function parseWordList(markdown) {
  const rows = markdown
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|[-|\s]+\|$/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  const named = rows.filter(([first]) => first !== 'begrip' && first !== 'woord');
  const phrases = (cell) =>
    cell
      .split(',')
      .map(splitWords)
      .filter((words) => words.length > 0);
  return {
    forbidden: named
      .filter((row) => row.length === 4)
      .flatMap(([term, , , not]) => phrases(not).map((words) => ({ words, term }))),
    technical: named
      .filter((row) => row.length === 2)
      .flatMap(([cell, why]) =>
        phrases(cell).map((words) => ({ words, toolsOnly: why.includes('`tools/`') })),
      ),
  };
}

/** Whether a file may use the words that are technical in the tools alone. */
export const allowedOutside = (file) => file.startsWith('tools/');

/** The first forbidden words in a name, or undefined. Plurals of the last word count. */
export function findForbidden(words, { forbidden, technical }, inTools) {
  let rest = ` ${words.join(' ')} `;
  for (const { words: fine, toolsOnly } of technical) {
    if (!toolsOnly || inTools) rest = rest.replaceAll(` ${fine.join(' ')} `, ' | ');
  }
  for (const { words: bad, term } of forbidden) {
    const found = forms(bad).find((form) => rest.includes(` ${form} `));
    if (found) return { words: found, term };
  }
  return undefined;
}

function forms(words) {
  const start = words.slice(0, -1);
  const last = words.at(-1);
  const plurals = last.endsWith('y') ? [last, `${last.slice(0, -1)}ies`] : [last, `${last}s`];
  return plurals.map((one) => [...start, one].join(' '));
}
