/** What a fact is about, besides its traject or cohort; keys of the sjabloon, never text of a person. */
export type Gebeurtenissleutel = 'stap' | 'taak' | 'checkIn';

export interface Gebeurtenistype {
  /** What it means, in one sentence. */
  readonly uitleg: string;
  readonly over: 'traject' | 'cohort';
  readonly sleutels: readonly Gebeurtenissleutel[];
  /** How things are after it; more than one where the fact itself says which. */
  readonly statussen: readonly [string, ...string[]];
}

const overStap = (uitleg: string, status: string): Gebeurtenistype => ({
  uitleg,
  over: 'traject',
  sleutels: ['stap'],
  statussen: [status],
});
const overTaak = (uitleg: string, status: string): Gebeurtenistype => ({
  uitleg,
  over: 'traject',
  sleutels: ['stap', 'taak'],
  statussen: [status],
});
const overGeheel = (over: 'traject' | 'cohort', uitleg: string, status: string): Gebeurtenistype => ({
  uitleg,
  over,
  sleutels: [],
  statussen: [status],
});

/** The recorded facts that other systems may hear of, by `soort` (ADR 0016). The rest is of this product alone. */
export const GEBEURTENISTYPEN = {
  'cohort-gestart': overGeheel('cohort', 'Een cohort is gestart.', 'lopend'),
  'cohort-afgesloten': overGeheel('cohort', 'Een cohort is klaar en afgesloten.', 'afgesloten'),
  'traject-gestart': overGeheel('traject', 'Het traject van een gemeente is gestart.', 'lopend'),
  'stap-geopend': overStap('Een stap is begonnen.', 'open'),
  'stap-ingeleverd': overStap(
    'Alle taken van een stap zijn ingediend. De adviseur is aan zet.',
    'wacht-op-akkoord',
  ),
  'stap-goedgekeurd': overStap('De adviseur heeft een stap goedgekeurd.', 'afgerond'),
  'taak-geopend': overTaak('Een taak staat klaar om te doen.', 'open'),
  'taak-ingediend': overTaak('Een taak is ingediend.', 'ingediend'),
  'check-in-vastgelegd': {
    uitleg: 'De adviseur heeft een check-in vastgelegd: gehouden of niet.',
    over: 'traject',
    sleutels: ['stap', 'checkIn'],
    statussen: ['gehouden', 'niet-gehouden'],
  },
  'uitkomst-vastgelegd': overGeheel(
    'traject',
    'De adviseur heeft de uitkomst van een traject vastgelegd.',
    'vastgelegd',
  ),
  'traject-afgerond': overGeheel('traject', 'Het traject van een gemeente is afgerond.', 'afgerond'),
} as const satisfies Readonly<Record<string, Gebeurtenistype>>;

export type Gebeurtenissoort = keyof typeof GEBEURTENISTYPEN;
export const GEBEURTENISSOORTEN = Object.keys(GEBEURTENISTYPEN) as readonly Gebeurtenissoort[];

/** Of an attempt that somebody asks for, to see whether his system hears us. It is about nothing. */
export const TESTTYPE = 'nl.maatwerktraject.test.v1';

export type Typenaam = `nl.maatwerktraject.${Gebeurtenissoort}.v1`;

/** Reverse domain of the source of the data, what happened, and the version of its data (NL GOV profile for CloudEvents). */
export const typeVan = (soort: Gebeurtenissoort): Typenaam => `nl.maatwerktraject.${soort}.v1`;

const PER_TYPE = new Map<string, Gebeurtenissoort>(
  GEBEURTENISSOORTEN.map((soort) => [typeVan(soort), soort]),
);

/** Undefined for a type that is not ours, and for the test. */
export const soortVan = (type: string): Gebeurtenissoort | undefined => PER_TYPE.get(type);

export const TYPENAMEN = GEBEURTENISSOORTEN.map(typeVan);
