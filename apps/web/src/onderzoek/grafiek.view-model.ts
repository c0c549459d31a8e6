import type { Resultaten } from '../api/types.js';
import { UITKOMST_NAAM } from '../ui/woorden.js';

/** One part of a bar; `patroon` tells the parts apart without colour. */
export interface Deel {
  readonly naam: string;
  readonly aantal: number;
  readonly patroon: 'vol' | 'streep';
}

export interface Staaf {
  readonly naam: string;
  readonly delen: readonly Deel[];
}

/** The outcomes as bars, in the order of the classes. */
export function uitkomstStaven({ uitkomsten }: Resultaten): Staaf[] {
  const bekend = (['structureel', 'getraind', 'aandacht', 'geen'] as const).map((klasse) => ({
    naam: UITKOMST_NAAM[klasse],
    delen: [{ naam: 'gemeenten', aantal: uitkomsten[klasse], patroon: 'vol' as const }],
  }));
  const onbekend = { naam: 'Nog niet bekend', aantal: uitkomsten.nogNietBekend };
  return [
    ...bekend,
    { naam: onbekend.naam, delen: [{ naam: 'gemeenten', aantal: onbekend.aantal, patroon: 'streep' }] },
  ];
}

/** Taken handed in per stap, split in on time and late. */
export const takenStaven = ({ stappen }: Resultaten): Staaf[] =>
  stappen.map(({ titel, takenIngediend, takenTeLaatIngediend }) => ({
    naam: titel,
    delen: [
      { naam: 'op tijd', aantal: takenIngediend - takenTeLaatIngediend, patroon: 'vol' },
      { naam: 'te laat', aantal: takenTeLaatIngediend, patroon: 'streep' },
    ],
  }));

export const totaal = (staaf: Staaf): number => staaf.delen.reduce((som, deel) => som + deel.aantal, 0);

export interface Vlak extends Deel {
  readonly x: number;
  readonly breedte: number;
}

/** Where the parts of a bar lie on an axis of `breedte` units that ends at the longest bar. */
export function vlakken(staaf: Staaf, langste: number, breedte: number): Vlak[] {
  const schaal = langste === 0 ? 0 : breedte / langste;
  let x = 0;
  return staaf.delen.map((deel) => {
    const vlak = { ...deel, x, breedte: deel.aantal * schaal };
    x += vlak.breedte;
    return vlak;
  });
}

/** The median as people read it, with a comma. */
export const getal = (waarde: number | null): string =>
  waarde === null ? '–' : String(Math.round(waarde * 10) / 10).replace('.', ',');
