import type { Instant } from '../kalender/amsterdam.js';
import type { Datum } from '../kalender/datum.js';
import type { GeplandeStap } from '../plan/plan.js';
import type { Uitvoerder } from '../sjabloon/sjabloon.js';

/** The outcome of a traject (source 001): exactly one class, the highest whose criteria its evidence meets. */
export const UITKOMSTKLASSEN = ['structureel', 'getraind', 'aandacht', 'geen'] as const;
export type Uitkomstklasse = (typeof UITKOMSTKLASSEN)[number];

/** Every kind of mail that a traject sends. */
export const BERICHTSOORTEN = [
  'taak-geopend',
  'herinnering-voor',
  'herinnering-op',
  'herinnering-na',
  'escalatie',
  'check-in-week',
  'stap-ingeleverd',
  'akkoord-herinnering',
  'traject-afgerond',
] as const;
export type Berichtsoort = (typeof BERICHTSOORTEN)[number];

/** Mail that loses its sense once its moment has passed; all other mail is sent however late. */
export const HERINNERINGSOORTEN: readonly Berichtsoort[] = [
  'herinnering-voor',
  'herinnering-op',
  'herinnering-na',
];

/**
 * A mail that the process wants sent. `stap` and `onderwerp` (a taak, a check-in or the stap itself, by key) say what
 * about; who gets it is looked up when it is projected, so that no personal data enters a workflow.
 */
export interface Bericht {
  readonly bericht: Berichtsoort;
  readonly stap: string;
  readonly onderwerp: string;
  readonly aan: Uitvoerder;
}

export type SkipReden = 'moment-voorbij-tijdens-storing';

export type GebeurtenisInhoud =
  | { readonly soort: 'traject-gestart'; readonly startdatum: Datum }
  | {
      readonly soort: 'stap-gepland';
      readonly stap: string;
      readonly volgnummer: number;
      readonly opentOp: Datum;
    }
  | { readonly soort: 'stap-geopend'; readonly stap: string; readonly plan: GeplandeStap }
  | { readonly soort: 'taak-geopend'; readonly stap: string; readonly taak: string }
  | ({ readonly soort: 'bericht-klaargezet' } & Bericht)
  | ({ readonly soort: 'bericht-overgeslagen'; readonly reden: SkipReden } & Bericht)
  | {
      readonly soort: 'taak-ingediend';
      readonly stap: string;
      readonly taak: string;
      readonly invoerId: string;
    }
  | { readonly soort: 'stap-ingeleverd'; readonly stap: string }
  | { readonly soort: 'stap-goedgekeurd'; readonly stap: string }
  | {
      readonly soort: 'check-in-vastgelegd';
      readonly stap: string;
      readonly checkIn: string;
      readonly gehouden: boolean;
      readonly datum: Datum;
      readonly invoerId: string;
    }
  | { readonly soort: 'check-in-vervallen'; readonly stap: string; readonly checkIn: string }
  | { readonly soort: 'uitkomst-vastgelegd'; readonly klasse: Uitkomstklasse; readonly invoerId: string }
  | { readonly soort: 'traject-afgerond' };

/** Who caused something. */
export const ACTOREN = ['systeem', 'adviseur', 'gemeente', 'onderzoeker'] as const;
export type Actor = (typeof ACTOREN)[number];

/** A fact in the life of a traject, at the domain's time `op`. State is what these facts add up to. */
export type Gebeurtenis = GebeurtenisInhoud & { readonly op: Instant; readonly door: Actor };
