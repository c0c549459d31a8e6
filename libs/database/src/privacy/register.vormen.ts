import type { Bewaarregel, Blijfreden } from '@maatwerktraject/domain';

/** People of whom something is stored. A gemeente is none of them. */
export const BETROKKENEN = ['contactpersoon', 'adviseur', 'onderzoeker', 'beheerder'] as const;
export type Betrokkene = (typeof BETROKKENEN)[number];

/** What a column tells of a person. */
export const SOORTEN = {
  naam: 'naam',
  email: 'e-mailadres',
  inhoud: 'inhoud die mensen kan noemen',
  gedrag: 'gedrag en tijdstippen',
  netwerk: 'netwerkadres',
  kenmerk: 'technisch kenmerk',
} as const;
export type Soort = keyof typeof SOORTEN;

/** Why it is stored, and on what ground of article 6(1) of the AVG; the controller has to confirm each ground. */
export const DOELEN = {
  begeleiden: {
    wat: 'Een gemeente door het traject begeleiden: taken, mail, gesprekken en akkoord.',
    grondslag: 'e (taak van algemeen belang)',
  },
  aanmelden: {
    wat: 'Mensen veilig laten aanmelden en bepalen wat zij mogen.',
    grondslag:
      'e (taak van algemeen belang), of f (gerechtvaardigd belang) als de verantwoordelijke geen overheid is',
  },
  verantwoorden: {
    wat: 'Achteraf kunnen nagaan wie wat deed, en misbruik ontdekken.',
    grondslag:
      'e (taak van algemeen belang), of f (gerechtvaardigd belang) als de verantwoordelijke geen overheid is',
  },
  onderzoek: {
    wat: 'Onderzoeken wat het traject oplevert, zonder namen.',
    grondslag: 'e (taak van algemeen belang), met de waarborgen van artikel 89',
  },
  koppelen: {
    wat: 'Andere systemen van een gemeente laten weten dat er iets is gebeurd, zonder namen.',
    grondslag: 'e (taak van algemeen belang)',
  },
  techniek: {
    wat: 'Opdrachten niet dubbel uitvoeren en aanvallen afremmen.',
    grondslag:
      'e (taak van algemeen belang), of f (gerechtvaardigd belang) als de verantwoordelijke geen overheid is',
  },
  rechten: {
    wat: 'Verzoeken van betrokkenen uitvoeren.',
    grondslag: 'c (wettelijke verplichting: artikel 12 tot en met 22 van de AVG)',
  },
} as const;
export type Doel = keyof typeof DOELEN;

export interface Persoonsgegeven {
  readonly van: readonly Betrokkene[];
  readonly soort: Soort;
  readonly doel: Doel;
  readonly bewaren: Bewaarregel | Blijfreden;
  /** The column holds ciphertext (ADR 0010). */
  readonly verzegeld: boolean;
  /** An onderzoeker without a right to names may read it. */
  readonly onderzoek: boolean;
}

/** What is known of a column; null: it says nothing about a person. */
export type Kolom = Persoonsgegeven | null;
export type Register = Readonly<Record<string, Readonly<Record<string, Kolom>>>>;

type Kort = Soort | ({ readonly soort: Soort } & Partial<Persoonsgegeven>);
type Rest = Omit<Persoonsgegeven, 'soort' | 'verzegeld' | 'onderzoek'>;

/** Columns of one table that are about a person; what they share is said once. */
export const over = (
  rest: Rest,
  kolommen: Readonly<Record<string, Kort>>,
): Readonly<Record<string, Persoonsgegeven>> =>
  Object.fromEntries(
    Object.entries(kolommen).map(([naam, kort]) => [
      naam,
      {
        ...rest,
        verzegeld: false,
        onderzoek: false,
        ...(typeof kort === 'string' ? { soort: kort } : kort),
      },
    ]),
  );

/** Columns that say nothing about a person. */
export const zakelijk = (...namen: readonly string[]): Readonly<Record<string, null>> =>
  Object.fromEntries(namen.map((naam) => [naam, null]));
