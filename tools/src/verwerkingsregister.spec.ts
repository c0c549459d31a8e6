import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REGISTER } from '@maatwerktraject/database';
import { BEWAARREGELS } from '@maatwerktraject/domain';
import { root } from './paths.js';
import { metRegister, registerTekst } from './verwerkingsregister.text.js';

const document = readFileSync(join(root, 'docs', 'verwerkingsregister.md'), 'utf8');

it('docs/verwerkingsregister.md is that of the code; if not: npm run register', () => {
  expect(metRegister(document)).toBe(document);
});

it('names every table, and every personal column once', () => {
  const regels = registerTekst().split('\n');
  for (const [tabel, kolommen] of Object.entries(REGISTER)) {
    expect([tabel, registerTekst().includes(`\`${tabel}\``)]).toEqual([tabel, true]);
    for (const [kolom, wat] of Object.entries(kolommen)) {
      const keer = regels.filter(
        (regel) =>
          regel.startsWith(`| \`${tabel}\` |`) && (regel.split(' | ')[1] ?? '').includes(`\`${kolom}\``),
      );
      expect([tabel, kolom, keer.length]).toEqual([tabel, kolom, wat === null ? 0 : 1]);
    }
  }
  for (const regel of BEWAARREGELS) expect(regels.some((een) => een.startsWith(`| ${regel} |`))).toBe(true);
});

it('refuses a document without a place for it', () => {
  expect(() => metRegister('# Iets anders')).toThrow('geen plaats');
});
