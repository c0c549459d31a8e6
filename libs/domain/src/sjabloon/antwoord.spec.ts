import fc from 'fast-check';
import { datumVan } from '../kalender/datum.js';
import { controleerAntwoord, controleerConcept } from './antwoord.js';
import { MAATWERKTRAJECT_1 } from './maatwerktraject-1.js';
import type { Optie, Veld } from './veld.js';

type Inhoud = Record<string, unknown>;

const uit = (opties: readonly Optie[]): fc.Arbitrary<string> =>
  fc.constantFrom(...opties.map(({ waarde }) => waarde));
const tekst = (max: number): fc.Arbitrary<string> =>
  fc.string({ minLength: 1, maxLength: max }).filter((waarde) => waarde.trim() !== '');

/** A good answer to one question. */
function goed(veld: Veld): fc.Arbitrary<unknown> {
  switch (veld.soort) {
    case 'tekst':
    case 'lange-tekst':
      return tekst(Math.min(veld.maxTekens ?? 80, 80));
    case 'getal':
      return fc.integer({ min: veld.min, max: veld.max });
    case 'datum':
      return fc.integer({ min: 20_000, max: 25_000 }).map(datumVan);
    case 'keuze':
      return uit(veld.opties);
    case 'meerkeuze':
      return fc.uniqueArray(uit(veld.opties), { minLength: 1 });
    case 'matrix': {
      const rij = fc.record(
        Object.fromEntries(veld.kolommen.map(({ waarde }) => [waarde, uit(veld.schaal)])),
      );
      return fc.record(Object.fromEntries(veld.rijen.map(({ waarde }) => [waarde, rij])));
    }
    case 'lijst':
      return fc.array(formulier(veld.velden), { minLength: Math.max(1, veld.minimum), maxLength: 3 });
  }
}

/** Answers to every question that must be answered, and to some of the others. */
function formulier(velden: readonly Veld[]): fc.Arbitrary<Inhoud> {
  const vorm = Object.fromEntries(velden.map((veld) => [veld.sleutel, goed(veld)]));
  const requiredKeys = velden.filter(({ verplicht }) => verplicht).map(({ sleutel }) => sleutel);
  return fc.record(vorm, { requiredKeys });
}

const formulieren = MAATWERKTRAJECT_1.stappen.flatMap((stap) =>
  stap.taken.map((taak) => [`${stap.sleutel}.${taak.sleutel}`, taak.velden] as const),
);

describe('antwoorden op het sjabloon', () => {
  it.each(formulieren)('%s takes every good answer, as a draft too', (_naam, velden) => {
    fc.assert(
      fc.property(formulier(velden), (inhoud) => {
        expect(controleerAntwoord(velden, inhoud)).toEqual([]);
        expect(controleerConcept(velden, inhoud)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it.each(formulieren)('%s names each question that was left open, but not in a draft', (_naam, velden) => {
    const verplicht = velden.filter((veld) => veld.verplicht).map(({ sleutel }) => sleutel);
    expect(controleerAntwoord(velden, {}).map(({ pad }) => pad)).toEqual(verplicht);
    expect(controleerConcept(velden, {})).toEqual([]);
    for (const leeg of ['', null, undefined, [], '  \n '])
      expect(
        controleerAntwoord(velden, Object.fromEntries(verplicht.map((sleutel) => [sleutel, leeg]))).map(
          ({ pad }) => pad,
        ),
      ).toEqual(verplicht);
  });

  it.each(formulieren)('%s never crashes, whatever comes in', (_naam, velden) => {
    const sleutel = fc.constantFrom(
      ...velden.map((veld) => veld.sleutel),
      '__proto__',
      'constructor',
      'onzin',
    );
    fc.assert(
      fc.property(fc.dictionary(sleutel, fc.anything({ withNullPrototype: true })), (inhoud) => {
        expect(Array.isArray(controleerAntwoord(velden, inhoud))).toBe(true);
        expect(Array.isArray(controleerConcept(velden, inhoud))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});

const ja: Optie[] = [
  { waarde: 'ja', label: 'Ja' },
  { waarde: 'nee', label: 'Nee' },
];
const basis = { label: 'Vraag', verplicht: true };
const VELDEN: readonly Veld[] = [
  { ...basis, soort: 'tekst', sleutel: 'naam', maxTekens: 5 },
  { ...basis, soort: 'getal', sleutel: 'uren', min: 0, max: 40 },
  { ...basis, soort: 'datum', sleutel: 'dag' },
  { ...basis, soort: 'keuze', sleutel: 'keuze', opties: ja },
  { ...basis, soort: 'meerkeuze', sleutel: 'meer', opties: ja },
  { ...basis, soort: 'matrix', sleutel: 'scan', rijen: ja, kolommen: ja, schaal: ja },
  {
    ...basis,
    soort: 'lijst',
    sleutel: 'acties',
    itemNaam: 'actie',
    minimum: 1,
    maximum: 2,
    velden: [{ ...basis, soort: 'tekst', sleutel: 'wat' }],
  },
];
const GOED: Inhoud = {
  naam: 'abcde',
  uren: 3.5,
  dag: '2027-02-01',
  keuze: 'ja',
  meer: ['ja', 'nee'],
  scan: { ja: { ja: 'ja', nee: 'nee' }, nee: { ja: 'ja', nee: 'nee' } },
  acties: [{ wat: 'bellen' }],
};

/** As it comes in: `JSON.parse` makes own properties of keys that an object literal would treat otherwise. */
const json = (bron: string): unknown => JSON.parse(bron);

const FOUTEN: [wat: string, anders: Inhoud, pad: string, zin: string][] = [
  [
    'text that is too long',
    { naam: 'abcdef' },
    'naam',
    'Maak uw tekst korter: gebruik niet meer dan 5 tekens.',
  ],
  ['text that is none', { naam: 5 }, 'naam', 'Vul hier tekst in.'],
  ['a number that is too low', { uren: -1 }, 'uren', 'Vul een getal in van 0 tot en met 40.'],
  ['a number that is too high', { uren: 41 }, 'uren', 'Vul een getal in van 0 tot en met 40.'],
  ['a number as text', { uren: '3' }, 'uren', 'Vul een getal in van 0 tot en met 40.'],
  ['no number at all', { uren: Number.NaN }, 'uren', 'Vul een getal in van 0 tot en met 40.'],
  ['a day that does not exist', { dag: '2027-02-30' }, 'dag', 'Vul een datum in, zoals 2027-02-01.'],
  ['a choice that is not there', { keuze: 'misschien' }, 'keuze', 'Kies een van de antwoorden.'],
  ['the name of a method as a choice', { keuze: 'constructor' }, 'keuze', 'Kies een van de antwoorden.'],
  ['a choice that is no text', { keuze: ['ja'] }, 'keuze', 'Kies een van de antwoorden.'],
  [
    'one wrong choice of several',
    { meer: ['ja', '__proto__'] },
    'meer',
    'Kies alleen uit de antwoorden die er staan.',
  ],
  [
    'one choice where there may be several',
    { meer: 'ja' },
    'meer',
    'Kies alleen uit de antwoorden die er staan.',
  ],
  ['the same choice twice', { meer: ['ja', 'ja'] }, 'meer', 'Kies elk antwoord niet meer dan één keer.'],
  ['a matrix that is none', { scan: 'ja' }, 'scan', 'Geef per onderdeel een score.'],
  [
    'a wrong score',
    { scan: { ...(GOED['scan'] as Inhoud), ja: { ja: 'ja', nee: 'toString' } } },
    'scan.ja.nee',
    'Kies een van de scores.',
  ],
  [
    'an unknown row',
    { scan: { ...(GOED['scan'] as Inhoud), extra: {} } },
    'scan.extra',
    'Deze vraag staat niet op het formulier.',
  ],
  [
    'an unknown column',
    { scan: { ...(GOED['scan'] as Inhoud), ja: { ja: 'ja', nee: 'nee', extra: 'ja' } } },
    'scan.ja.extra',
    'Deze vraag staat niet op het formulier.',
  ],
  ['a list that is none', { acties: { wat: 'bellen' } }, 'acties', 'Voeg een actie toe.'],
  [
    'too many in a list',
    { acties: [{ wat: 'a' }, { wat: 'b' }, { wat: 'c' }] },
    'acties',
    'Geef niet meer dan 2 keer een actie.',
  ],
  ['something else in a list', { acties: ['bellen'] }, 'acties.0', 'Dit is geen actie.'],
  ['a fault in a list', { acties: [{ wat: 'a' }, { wat: 7 }] }, 'acties.1.wat', 'Vul hier tekst in.'],
  [
    'an unknown question in a list',
    { acties: [{ wat: 'a', x: 1 }] },
    'acties.0.x',
    'Deze vraag staat niet op het formulier.',
  ],
  ['an unknown question', { extra: 1 }, 'extra', 'Deze vraag staat niet op het formulier.'],
  [
    'a question named constructor',
    { constructor: 'x' },
    'constructor',
    'Deze vraag staat niet op het formulier.',
  ],
];

describe('fouten in een antwoord', () => {
  it('are none in a good one', () => {
    expect(controleerAntwoord(VELDEN, GOED)).toEqual([]);
  });

  it.each(FOUTEN)('name %s', (_wat, anders, pad, zin) => {
    const inhoud = { ...GOED, ...anders };
    expect(controleerAntwoord(VELDEN, inhoud)).toEqual([{ pad, zin }]);
    expect(controleerConcept(VELDEN, inhoud)).toEqual([{ pad, zin }]);
  });

  it('name a row that is none, in a draft too', () => {
    const inhoud = { ...GOED, scan: { ...(GOED['scan'] as Inhoud), ja: 'ja' } };
    expect(controleerConcept(VELDEN, inhoud)).toEqual([
      { pad: 'scan.ja', zin: 'Geef per onderdeel een score.' },
    ]);
    expect(controleerAntwoord(VELDEN, inhoud).map(({ pad }) => pad)).toContain('scan.ja');
  });

  it('name every empty cell of a matrix and every empty answer in a list, but not in a draft', () => {
    const inhoud = { ...GOED, scan: { ja: { ja: 'ja' } }, acties: [{}] };
    expect(controleerAntwoord(VELDEN, inhoud).map(({ pad }) => pad)).toEqual([
      'scan.ja.nee',
      'scan.nee.ja',
      'scan.nee.nee',
      'acties.0.wat',
    ]);
    expect(controleerConcept(VELDEN, inhoud)).toEqual([]);
  });

  it('name a list that is too short', () => {
    const [lijst] = VELDEN.filter((veld) => veld.soort === 'lijst').map((veld) => ({ ...veld, minimum: 2 }));
    expect(controleerAntwoord([lijst!], { acties: [{ wat: 'a' }] })).toEqual([
      { pad: 'acties', zin: 'Voeg minstens 2 actie toe.' },
    ]);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'name the key %s wherever it stands',
    (sleutel) => {
      const inhoud = json(`{"${sleutel}": {"naam": "abc"}}`) as Inhoud;
      expect(controleerAntwoord(VELDEN, inhoud).map(({ pad }) => pad)).toEqual([
        sleutel,
        ...Object.keys(GOED),
      ]);
      const inMatrix = {
        ...GOED,
        scan: json(`{"ja":{"ja":"ja","nee":"nee"},"nee":{"ja":"ja","nee":"nee"},"${sleutel}":{}}`),
      };
      expect(controleerAntwoord(VELDEN, inMatrix).map(({ pad }) => pad)).toEqual([`scan.${sleutel}`]);
      const inRij = {
        ...GOED,
        scan: json(`{"ja":{"ja":"ja","nee":"nee","${sleutel}":"ja"},"nee":{"ja":"ja","nee":"nee"}}`),
      };
      expect(controleerAntwoord(VELDEN, inRij).map(({ pad }) => pad)).toEqual([`scan.ja.${sleutel}`]);
      const inLijst = { ...GOED, acties: [json(`{"wat":"a","${sleutel}":"b"}`)] };
      expect(controleerAntwoord(VELDEN, inLijst).map(({ pad }) => pad)).toEqual([`acties.0.${sleutel}`]);
    },
  );

  it('take no answer from a prototype, also for a question that is named like a method', () => {
    const velden: Veld[] = [
      { ...basis, soort: 'tekst', sleutel: 'constructor' },
      {
        ...basis,
        soort: 'matrix',
        sleutel: 'scan',
        rijen: [{ waarde: 'constructor', label: 'C' }],
        kolommen: [{ waarde: 'name', label: 'N' }],
        schaal: [{ waarde: 'Object', label: 'O' }],
      },
    ];
    expect(controleerAntwoord(velden, { scan: {} }).map(({ pad }) => pad)).toEqual([
      'constructor',
      'scan.constructor.name',
    ]);
    expect(controleerConcept(velden, { scan: {} })).toEqual([]);
  });
});
