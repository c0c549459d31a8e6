import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';

const FOLDERS = [
  ...['libs/contracts/src', 'libs/crypto/src', 'libs/database/src/toegang', 'libs/domain/src/toegang'],
  'apps/api/src',
];

/** A regular expression as it is written: after something that no division follows, with its classes and escapes. */
const LITERAL =
  /(?<=[=(,:[!&|?>]\s*|^\s*)\/(?![*/])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+)\/([dgimsuvy]*)/gm;

function inSources(): Map<string, RegExp> {
  const found = new Map<string, RegExp>();
  for (const folder of FOLDERS)
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts') || name.endsWith('.spec.ts') || name.startsWith('testing')) continue;
      const code = readFileSync(join(folder, name), 'utf8').replace(/^\s*(\/\/|\*|\/\*).*$/gm, '');
      for (const [, source = '', flags = ''] of code.matchAll(LITERAL))
        found.set(`${join(folder, name)} /${source}/${flags}`, new RegExp(source, flags));
    }
  return found;
}

/** The ones that the schema library brings itself, for the formats that the contracts use. */
const ofSchemas = (): [string, RegExp][] =>
  Object.entries({
    Emailadres: z.regexes.email,
    Tijdstip: z.regexes.datetime({}),
    Uuid: z.regexes.uuid(),
  }).map(([name, { source, flags }]) => [`${name} /${source.slice(0, 40)}…`, new RegExp(source, flags)]);

const LENGTH = 100_000;
const LIMIT_MS = 5_000;

/**
 * Tries texts that make a careless expression try everything: long, nearly right, and wrong at the end. In a thread of
 * their own, that can be stopped: an expression that runs cannot.
 */
const TRIES = String.raw`
const { workerData: { source, flags, length }, parentPort } = require('node:worker_threads');
const one = new RegExp(source, flags);
const letters = source.replace(/\\[nrtdwsupDWSP]/g, '').replace(/[()[\]{}^$|*+?\\]/g, '');
const pieces = ['a', '0', ' ', '\t', '.', '-', '/', '"', '\n', '\\', '\u0301', 'a.', 'a-', 'a@', 'aA0', '../', 'a=b;', ...letters];
for (const piece of new Set(pieces)) {
  const long = piece.repeat(Math.ceil(length / piece.length));
  for (const text of [long, long + '\u0000!', 'a@' + long, 'a\x40a.' + long + '!', 'Bearer ' + long, '/' + long + '!', '"' + long]) {
    one.lastIndex = 0;
    one.exec(text);
  }
  long.replace(one, '');
}
parentPort.postMessage(true);`;

/** Whether it was done with all of them in time. */
function ends({ source, flags }: RegExp, limitMs: number): Promise<boolean> {
  const worker = new Worker(TRIES, { eval: true, workerData: { source, flags, length: LENGTH } });
  return new Promise<boolean>((resolve, reject) => {
    const late = setTimeout(() => resolve(false), limitMs);
    worker.once('message', () => {
      clearTimeout(late);
      resolve(true);
    });
    worker.once('error', reject);
  }).finally(() => worker.terminate());
}

describe('reguliere expressies', () => {
  const all = [...inSources(), ...ofSchemas()];

  it('are found where they are', () => {
    const names = all.map(([name]) => name).join('\n');
    expect(all.length).toBeGreaterThan(30);
    for (const part of [
      'GM\\d{4}',
      'Bearer +',
      '\\w\\-./~%?=&',
      '[0-9a-f-]{36}',
      'Emailadres',
      'Uuid',
      'Tijdstip',
      'Edg',
    ])
      expect([part, names.includes(part)]).toEqual([part, true]);
  });

  it.each(all)(
    'ends soon, whatever the text: %s',
    async (_, one) => {
      expect(await ends(one, LIMIT_MS)).toBe(true);
    },
    20_000,
  );

  it('would be caught if it did not', async () => {
    expect(await ends(/^(a+)+$/, 1_000)).toBe(false);
  }, 20_000);
});
