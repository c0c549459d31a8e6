import type { Instant } from '../kalender/amsterdam.js';
import type { Datum } from '../kalender/datum.js';
import type { Kalender } from '../kalender/kalender.js';
import type { GeplandeStap, GeplandeTaak } from '../plan/plan.js';
import type { ProcesSjabloon, Uitvoerder } from '../sjabloon/sjabloon.js';

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
  'escalatie-leider',
  'check-in-week',
  'stap-ingeleverd',
  'akkoord-herinnering',
  'akkoord-gevraagd',
  'akkoord-gevraagd-na',
  'taak-teruggestuurd',
  'weekoverzicht',
  'traject-gepauzeerd',
  'traject-hervat',
  'traject-teruggetrokken',
  'traject-afgerond',
] as const;
export type Berichtsoort = (typeof BERICHTSOORTEN)[number];

/** Mail that loses its sense once its moment has passed; all other mail is sent however late. */
export const HERINNERINGSOORTEN: readonly Berichtsoort[] = [
  'herinnering-voor',
  'herinnering-op',
  'herinnering-na',
  'akkoord-gevraagd-na',
  'weekoverzicht',
];

/** Who a mail is for: an uitvoerder, the lead of the cohort, or each contactpersoon who has something open. */
export type Geadresseerde = Uitvoerder | 'leider' | 'gemeente';

/**
 * A mail that the process wants sent. `stap` and `onderwerp` (a taak, a check-in, the stap itself, or the day of a
 * weekoverzicht) say what about; who gets it is looked up when it is projected, so that no personal data enters a workflow.
 */
export interface Bericht {
  readonly bericht: Berichtsoort;
  readonly stap: string;
  readonly onderwerp: string;
  readonly aan: Geadresseerde;
  /** The rule of the sjabloon that asks for it. */
  readonly regel?: string;
  /** What makes it another mail than one of the same kind before it: mostly the day that it was counted from. */
  readonly basis?: string;
}

export type SkipReden = 'moment-voorbij-tijdens-storing';

/** One day that becomes another. `sleutel`: of a taak or check-in, or the number of a stap. */
export interface DagWijziging {
  readonly wat: 'taak-opent' | 'taak-vervalt' | 'check-in' | 'stap-eindigt' | 'stap-opent';
  readonly sleutel: string;
  readonly van: Datum;
  readonly naar: Datum;
}

/** Why days moved. */
export const WIJZIGINGSREDENEN = [
  'pauze',
  'heropening',
  'wijziging',
  'ongedaan',
  'kalender',
  'sjabloon',
] as const;
export type Wijzigingsreden = (typeof WIJZIGINGSREDENEN)[number];

/** A sign that a traject may be stuck. It is a question to the adviseur, who confirms or rejects it. */
export const SIGNAALSOORTEN = [
  'geen-antwoord',
  'stap-over-venster',
  'check-in-gemist',
  'adres-kwijt',
  'geen-bestuurscontact',
] as const;
export type Signaalsoort = (typeof SIGNAALSOORTEN)[number];

interface OverTaak {
  readonly stap: string;
  readonly taak: string;
}

interface OverStap {
  readonly stap: string;
}

type TrajectFeit =
  | {
      readonly soort: 'traject-gestart';
      readonly startdatum: Datum;
      /** The rustperiodes that it started with; none where absent. */
      readonly kalender?: Kalender;
    }
  | { readonly soort: 'traject-gepauzeerd'; readonly tot: Datum | null; readonly invoerId: string | null }
  | { readonly soort: 'traject-hervat' }
  | { readonly soort: 'traject-teruggetrokken'; readonly invoerId: string | null }
  | { readonly soort: 'traject-heropend' }
  | { readonly soort: 'traject-afgerond' }
  | { readonly soort: 'uitkomst-vastgelegd'; readonly klasse: Uitkomstklasse; readonly invoerId: string }
  | {
      readonly soort: 'dagen-gewijzigd';
      readonly reden: Wijzigingsreden;
      readonly wijzigingen: readonly DagWijziging[];
      /** The wijzigingsplan it belongs to. */
      readonly planId: string | null;
      readonly invoerId: string | null;
    }
  | { readonly soort: 'kalender-overgenomen'; readonly kalender: Kalender }
  | { readonly soort: 'sjabloon-gekozen'; readonly versie: number; readonly sjabloon: ProcesSjabloon }
  | { readonly soort: 'sjabloon-overgezet'; readonly versie: number; readonly openingen: readonly Datum[] }
  | {
      readonly soort: 'signaal-gegeven';
      readonly signaal: Signaalsoort;
      readonly stap: string;
      readonly onderwerp: string;
      readonly oorzaken: readonly string[];
      /** What was counted: reminders, werkdagen or missed conversations. */
      readonly aantal: number;
    };

type StapFeit =
  | (OverStap & { readonly soort: 'stap-gepland'; readonly volgnummer: number; readonly opentOp: Datum })
  | (OverStap & { readonly soort: 'stap-geopend'; readonly plan: GeplandeStap })
  | (OverStap & { readonly soort: 'stap-ingeleverd' })
  | (OverStap & { readonly soort: 'stap-akkoord'; readonly wie: string })
  | (OverStap & { readonly soort: 'stap-goedgekeurd' })
  | (OverStap & { readonly soort: 'stap-heropend' });

type TaakFeit =
  | (OverTaak & { readonly soort: 'taak-geopend' })
  | (OverTaak & { readonly soort: 'taak-ingediend'; readonly invoerId: string; readonly wie?: string })
  | (OverTaak & { readonly soort: 'taak-akkoord'; readonly invoerId: string | null })
  | (OverTaak & {
      readonly soort: 'taak-teruggestuurd';
      readonly vervaltOp: Datum;
      readonly invoerId: string;
    })
  | (OverTaak & { readonly soort: 'taak-toegevoegd'; readonly plan: GeplandeTaak; readonly invoerId: string })
  | (OverTaak & { readonly soort: 'taak-vervallen'; readonly invoerId: string });

type CheckInFeit =
  | (OverStap & {
      readonly soort: 'check-in-vastgelegd';
      readonly checkIn: string;
      readonly gehouden: boolean;
      readonly datum: Datum;
      readonly invoerId: string;
    })
  | (OverStap & { readonly soort: 'check-in-vervallen'; readonly checkIn: string });

type BerichtFeit =
  | ({ readonly soort: 'bericht-klaargezet' } & Bericht)
  | ({ readonly soort: 'bericht-overgeslagen'; readonly reden: SkipReden } & Bericht);

export type GebeurtenisInhoud = TrajectFeit | StapFeit | TaakFeit | CheckInFeit | BerichtFeit;

/** Who caused something. */
export const ACTOREN = ['systeem', 'adviseur', 'gemeente', 'onderzoeker'] as const;
export type Actor = (typeof ACTOREN)[number];

/** A fact in the life of a traject, at the domain's time `op`. State is what these facts add up to. */
export type Gebeurtenis = GebeurtenisInhoud & { readonly op: Instant; readonly door: Actor };
