import { DOELEN, REGISTER, SOORTEN, type Persoonsgegeven } from '@maatwerktraject/database';
import { BEWAARTERMIJNEN, BLIJFT, type Bewaartermijn } from '@maatwerktraject/domain';

const BEGIN = '<!-- Gemaakt met npm run register; verander libs/database/src/privacy/register.ts. -->';
const EIND = '<!-- Einde van wat npm run register maakt. -->';

const tabel = (koppen: readonly string[], rijen: readonly (readonly string[])[]): string =>
  [koppen, koppen.map(() => '---'), ...rijen].map((cellen) => `| ${cellen.join(' | ')} |`).join('\n');

const jaNee = (waarde: boolean): string => (waarde ? 'ja' : 'nee');

function gegevensVan([naam, kolommen]: readonly [string, (typeof REGISTER)[string]]): string[][] {
  const groepen = new Map<string, { wat: Persoonsgegeven; kolommen: string[] }>();
  for (const [kolom, wat] of Object.entries(kolommen)) {
    if (wat === null) continue;
    const sleutel = JSON.stringify(wat);
    const groep = groepen.get(sleutel) ?? { wat, kolommen: [] };
    groep.kolommen.push(`\`${kolom}\``);
    groepen.set(sleutel, groep);
  }
  return [...groepen.values()].map(({ wat, kolommen: samen }) => [
    `\`${naam}\``,
    samen.join(', '),
    wat.van.join(', '),
    SOORTEN[wat.soort],
    wat.doel,
    wat.bewaren,
    jaNee(wat.verzegeld),
    jaNee(wat.onderzoek),
  ]);
}

const dagen = (aantal: number): string => (aantal === 1 ? '1 dag' : `${String(aantal)} dagen`);

/** The part of docs/verwerkingsregister.md that comes from the code. */
export function registerTekst(): string {
  const termijnen: readonly (readonly [string, Bewaartermijn])[] = Object.entries(BEWAARTERMIJNEN);
  const leeg = Object.entries(REGISTER).filter(([, kolommen]) =>
    Object.values(kolommen).every((wat) => wat === null),
  );
  return [
    BEGIN,
    '### Doelen en grondslagen',
    tabel(
      ['doel', 'wat', 'grondslag in artikel 6, eerste lid, van de AVG (te bevestigen)'],
      Object.entries(DOELEN).map(([doel, { wat, grondslag }]) => [doel, wat, grondslag]),
    ),
    '### Gegevens',
    tabel(
      ['tabel', 'kolommen', 'van wie', 'soort', 'doel', 'bewaren', 'verzegeld', 'te lezen voor onderzoek'],
      Object.entries(REGISTER).flatMap(gegevensVan),
    ),
    `Deze tabellen bevatten niets over personen: ${leeg.map(([naam]) => `\`${naam}\``).join(', ')}.`,
    '### Bewaartermijnen',
    tabel(
      ['regel', 'termijn', 'vanaf', 'wat er gebeurt', 'waarom'],
      termijnen.map(([regel, { dagen: aantal, vanaf, wat, waarom }]) => [
        regel,
        dagen(aantal),
        vanaf,
        wat,
        waarom,
      ]),
    ),
    tabel(['blijft', 'hoe lang en waarom'], Object.entries(BLIJFT)),
    EIND,
  ].join('\n\n');
}

/** The document with that part as it is now. @throws Error when the document has no place for it */
export function metRegister(document: string): string {
  const [begin, eind] = [document.indexOf(BEGIN), document.indexOf(EIND)];
  if (begin < 0 || eind < begin)
    throw new Error('docs/verwerkingsregister.md heeft geen plaats voor het register');
  return document.slice(0, begin) + registerTekst() + document.slice(eind + EIND.length);
}
