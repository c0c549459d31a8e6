import {
  ochtendVan,
  plusWerkdagen,
  werkdagenTussen,
  type Instant,
  type Uitkomstklasse,
  type Veld,
  type EnkelVeld,
  type VeldWaarde,
  type EnkeleWaarde,
} from '@maatwerktraject/domain';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/** How a person deals with a due day. */
export type Stiptheid = 'op tijd' | 'laat' | 'erg laat';

const UUR = 3_600_000;

/** Seeded dice: the same seed and name give the same throws, whatever else happens in between. */
export class Dobbelsteen {
  private readonly generator: RandomGenerator;

  constructor(seed: number, naam: string) {
    // FNV-1a, so that every traject and taak has throws of its own.
    let hash = 0x811c9dc5;
    for (const teken of naam) hash = Math.imul(hash ^ (teken.codePointAt(0) ?? 0), 0x01000193);
    this.generator = xoroshiro128plus((seed ^ hash) | 0);
  }

  /** A whole number from `min` up to and including `max`. */
  tussen(min: number, max: number): number {
    return uniformInt(this.generator, min, max);
  }

  kies<T>(keuzes: readonly T[]): T {
    const keuze = keuzes[this.tussen(0, keuzes.length - 1)];
    if (keuze === undefined) throw new RangeError('niets om uit te kiezen');
    return keuze;
  }
}

/** 85% in time, 12% one to seven werkdagen late, 3% eight to fifteen. Our own assumption, not a measurement. */
export function stiptheid(dobbelsteen: Dobbelsteen): Stiptheid {
  const worp = dobbelsteen.tussen(1, 100);
  return worp <= 85 ? 'op tijd' : worp <= 97 ? 'laat' : 'erg laat';
}

/** When somebody hands in a taak that opens and falls due on these days. */
export function inlevermoment(
  dobbelsteen: Dobbelsteen,
  taak: { opentOp: string; vervaltOp: string },
): Instant {
  const ruimte = Math.max(0, werkdagenTussen(taak.opentOp, taak.vervaltOp));
  const na = {
    'op tijd': () => dobbelsteen.tussen(0, ruimte),
    laat: () => ruimte + dobbelsteen.tussen(1, 7),
    'erg laat': () => ruimte + dobbelsteen.tussen(8, 15),
  };
  const werkdagen = na[stiptheid(dobbelsteen)]();
  // At least an hour after the mail, and before five.
  return ochtendVan(plusWerkdagen(taak.opentOp, werkdagen)) + dobbelsteen.tussen(UUR, 7 * UUR);
}

/** The published pattern of the first eighteen gemeenten (5 structureel, 4 getraind, 9 aandacht; source 001). */
const GEPUBLICEERD: readonly [Uitkomstklasse, number][] = [
  ['structureel', 5],
  ['getraind', 4],
  ['aandacht', 9],
];

export function uitkomst(dobbelsteen: Dobbelsteen): Uitkomstklasse {
  return dobbelsteen.kies(
    GEPUBLICEERD.flatMap(([klasse, aantal]) => Array.from({ length: aantal }, () => klasse)),
  );
}

const ZINNEN = [
  'We zijn goed op weg.',
  'Dit vraagt nog overleg met collega’s.',
  'De bibliotheek en het Taalhuis doen mee.',
  'We merken dat medewerkers het vaker herkennen.',
];

function enkelAntwoord(veld: EnkelVeld, dobbelsteen: Dobbelsteen): EnkeleWaarde {
  switch (veld.soort) {
    case 'tekst':
    case 'lange-tekst':
      return dobbelsteen.kies(ZINNEN);
    case 'getal':
      return dobbelsteen.tussen(veld.min, veld.max);
    case 'datum':
      return plusWerkdagen('2027-06-01', dobbelsteen.tussen(0, 100));
    case 'keuze':
      return dobbelsteen.kies(veld.opties).waarde;
    case 'meerkeuze':
      return [dobbelsteen.kies(veld.opties).waarde];
  }
}

/** A complete answer to one field of a form. */
export function antwoord(veld: Veld, dobbelsteen: Dobbelsteen): VeldWaarde {
  switch (veld.soort) {
    case 'matrix':
      return Object.fromEntries(
        veld.rijen.map((rij) => [
          rij.waarde,
          Object.fromEntries(
            veld.kolommen.map((kolom) => [kolom.waarde, dobbelsteen.kies(veld.schaal).waarde]),
          ),
        ]),
      );
    case 'lijst':
      return Array.from({ length: dobbelsteen.tussen(veld.minimum, veld.minimum + 2) }, () =>
        Object.fromEntries(veld.velden.map((deel) => [deel.sleutel, enkelAntwoord(deel, dobbelsteen)])),
      );
    default:
      return enkelAntwoord(veld, dobbelsteen);
  }
}
