import type { Instant } from '../kalender/amsterdam.js';
import type { Datum } from '../kalender/datum.js';
import type { Toetsuitslag, Voorwaarde } from '../voorwaarde/voorwaarde.js';

/** A bijeenkomst is a meeting with a moment in the calendar: a groepssessie of a cohort, or a check-in of one traject. */
export const BIJEENKOMST_SOORTEN = ['groepssessie', 'check-in'] as const;
export type BijeenkomstSoort = (typeof BIJEENKOMST_SOORTEN)[number];

/** `voorstel`: written down to be asked for, and not (yet) decided on by the process. Nobody sees it. */
export const BIJEENKOMST_STATUSSEN = ['voorstel', 'gepland', 'gehouden', 'afgezegd'] as const;
export type BijeenkomstStatus = (typeof BIJEENKOMST_STATUSSEN)[number];

export const AANWEZIGHEDEN = ['aanwezig', 'afwezig', 'onbekend'] as const;
export type Aanwezigheid = (typeof AANWEZIGHEDEN)[number];

/** Every kind of mail that the agenda of a cohort sends; the first three are invitations to a calendar. */
export const AGENDABERICHTEN = [
  'uitnodiging',
  'wijziging',
  'afzegging',
  'herinnering',
  'voorwaarde',
] as const;
export type Agendabericht = (typeof AGENDABERICHTEN)[number];

/** What the process knows of a groepssessie: moments, and IDs of what is in the database. No texts, no people. */
export interface Sessieplan {
  readonly beginOp: Instant;
  readonly eindOp: Instant;
  /** The row with subject, place and link; another text is another row. */
  readonly inhoudId: string;
  /** IDs of those who are invited, sorted. */
  readonly genodigden: readonly string[];
  /** How many werkdagen before it everybody is reminded; null: not at all. */
  readonly herinneringWerkdagen: number | null;
}

export interface Sessie extends Sessieplan {
  readonly id: string;
  /** Grows with each change, and is what an editor has seen. */
  readonly versie: number;
  /** SEQUENCE of RFC 5545: grows with each change that somebody hears of. */
  readonly volgnummer: number;
}

export type CohortCommando =
  | { readonly soort: 'plan-groepssessie'; readonly sessie: string; readonly plan: Sessieplan }
  | {
      readonly soort: 'wijzig-groepssessie';
      readonly sessie: string;
      readonly versie: number;
      readonly plan: Sessieplan;
    }
  | { readonly soort: 'zeg-groepssessie-af'; readonly sessie: string; readonly versie: number }
  | { readonly soort: 'zet-voorwaarden'; readonly voorwaarden: readonly Voorwaarde[] }
  | { readonly soort: 'laat-toe'; readonly trajectId: string; readonly startdatum: Datum };

interface Gewijzigd {
  readonly sessie: string;
  readonly versie: number;
  readonly volgnummer: number;
}

/** What happened on the agenda of a cohort, besides its own start and end. */
export type AgendaFeitInhoud =
  | ({ readonly soort: 'groepssessie-gepland'; readonly plan: Sessieplan } & Gewijzigd)
  | ({
      readonly soort: 'groepssessie-gewijzigd';
      readonly plan: Sessieplan;
      /** Who hear that it is another time or place; who were added; and who were left out. */
      readonly opnieuw: readonly string[];
      readonly erbij: readonly string[];
      readonly eraf: readonly string[];
    } & Gewijzigd)
  | ({ readonly soort: 'groepssessie-afgezegd'; readonly genodigden: readonly string[] } & Gewijzigd)
  | {
      readonly soort: 'groepssessie-herinnerd';
      readonly sessie: string;
      readonly volgnummer: number;
      readonly genodigden: readonly string[];
    }
  | { readonly soort: 'voorwaarden-gezet'; readonly voorwaarden: readonly Voorwaarde[] }
  | ({
      readonly soort: 'voorwaarde-getoetst';
      readonly sleutel: string;
      readonly achter: readonly string[];
    } & Toetsuitslag)
  | { readonly soort: 'traject-toegelaten'; readonly trajectId: string; readonly startdatum: Datum };

/**
 * The fact of a change: who hears of it, and whether it counts as another version of the invitation. A change of who is
 * invited is told to them alone; of the rest only the reminder may differ without anybody hearing of it.
 */
export function wijziging(
  oud: Sessie,
  nieuw: Sessieplan,
): Extract<AgendaFeitInhoud, { soort: 'groepssessie-gewijzigd' }> {
  const anders =
    oud.beginOp !== nieuw.beginOp || oud.eindOp !== nieuw.eindOp || oud.inhoudId !== nieuw.inhoudId;
  const erbij = nieuw.genodigden.filter((id) => !oud.genodigden.includes(id));
  const eraf = oud.genodigden.filter((id) => !nieuw.genodigden.includes(id));
  const opnieuw = anders ? oud.genodigden.filter((id) => nieuw.genodigden.includes(id)) : [];
  const hoorbaar = anders || erbij.length > 0 || eraf.length > 0;
  return {
    soort: 'groepssessie-gewijzigd',
    sessie: oud.id,
    versie: oud.versie + 1,
    volgnummer: oud.volgnummer + (hoorbaar ? 1 : 0),
    plan: nieuw,
    opnieuw,
    erbij,
    eraf,
  };
}
