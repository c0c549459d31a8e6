import type { Datum } from '../kalender/datum.js';
import type { Niveau, Uitvoerder } from '../sjabloon/sjabloon.js';
import type { Geadresseerde } from '../traject/gebeurtenis.js';

/** Somebody does what another one would, from day `van` to and including `tot`. */
export interface Vervanging {
  /** ID of the contactpersoon who stands in. */
  readonly door: string;
  readonly van: Datum;
  readonly tot: Datum;
}

/** A contactpersoon of one traject, as far as it matters for his mail. */
export interface Geadresseerd {
  readonly id: string;
  /** Who it is: one person can be there on several niveaus. Null once erased. */
  readonly account: string | null;
  readonly niveau: Niveau;
  readonly hoofdcontact: boolean;
  /** The first day on which he is not there any more; null while that is not known. */
  readonly vertrektOp: Datum | null;
  readonly vervanging: Vervanging | null;
  /** Whether he wants his taken in one mail a week. */
  readonly weekoverzicht: boolean;
}

/** `los`: a mail of its own. `weekoverzicht`: it leaves no mail, the next weekoverzicht tells it. */
export type Bezorgwijze = 'los' | 'weekoverzicht';

export type Ontvanger =
  | {
      readonly wie: 'contactpersoon';
      readonly id: string;
      /** For whom he stands in; null for his own mail. */
      readonly namens: string | null;
      readonly wijze: Bezorgwijze;
    }
  | { readonly wie: 'adviseur' }
  | { readonly wie: 'leider' };

export interface TeAdresseren {
  readonly aan: Geadresseerde;
  /** When the taak is due that the mail is about; null for a mail about something else, which is never merged. */
  readonly vervaltOp: Datum | null;
}

export interface Personen {
  /** Of one traject. */
  readonly contactpersonen: readonly Geadresseerd[];
  /** Whether the cohort has a leider who can be reached. */
  readonly heeftLeider: boolean;
}

export interface OpDag {
  readonly vandaag: Datum;
  /** The first digest day on or after `vandaag`; null where there is no weekoverzicht, and nothing is merged. */
  readonly volgendOverzicht: Datum | null;
}

/** The longest that somebody can be stood in for, in days: 26 weeks. */
export const MAX_VERVANGING_DAGEN = 182;

/** Whether he works on the traject on this day: not erased, and not gone. */
export const isEr = ({ account, vertrektOp }: Geadresseerd, dag: Datum): boolean =>
  account !== null && (vertrektOp === null || dag < vertrektOp);

/** Whether somebody stands in for him on this day; that one may be away himself. */
export const wordtVervangen = ({ vervanging }: Pick<Geadresseerd, 'vervanging'>, dag: Datum): boolean =>
  vervanging !== null && vervanging.van <= dag && dag <= vervanging.tot;

/**
 * Who reads the mail of this person today. No chains: where the vervanger is away or gone himself it is his own mail again,
 * for only he knows that (ADR 0018).
 */
function lezerVan(persoon: Geadresseerd, { contactpersonen }: Personen, dag: Datum): Geadresseerd {
  if (!wordtVervangen(persoon, dag)) return persoon;
  const vervanger = contactpersonen.find(({ id }) => id === persoon.vervanging?.door);
  return vervanger && isEr(vervanger, dag) && !wordtVervangen(vervanger, dag) ? vervanger : persoon;
}

/** Who is asked: everyone on the niveau who is there, and the hoofdcontact where nobody is. Of the gemeente: everyone. */
function gevraagden(
  aan: Uitvoerder | 'gemeente',
  { contactpersonen }: Personen,
  dag: Datum,
): readonly Geadresseerd[] {
  if (aan === 'gemeente') return contactpersonen.filter((persoon) => isEr(persoon, dag));
  const opNiveau = contactpersonen.filter((persoon) => persoon.niveau === aan && isEr(persoon, dag));
  return opNiveau.length > 0 ? opNiveau : contactpersonen.filter(({ hoofdcontact }) => hoofdcontact);
}

const wijzeVoor = (
  { weekoverzicht }: Geadresseerd,
  { vervaltOp }: TeAdresseren,
  { volgendOverzicht }: OpDag,
): Bezorgwijze =>
  weekoverzicht && vervaltOp !== null && volgendOverzicht !== null && vervaltOp >= volgendOverzicht
    ? 'weekoverzicht'
    : 'los';

/**
 * Who gets a mail of a traject today, and how; nobody twice. In the order of `contactpersonen`, those who get it for
 * themselves before those who stand in. The same rules hold for who may do the taak (`doet_taak` in the database). What is
 * for the gemeente is the weekoverzicht: for whoever reads mail today and wants it; whether he has something open is not known here.
 */
export function ontvangersVan(bericht: TeAdresseren, personen: Personen, opDag: OpDag): Ontvanger[] {
  const { aan } = bericht;
  if (aan === 'leider') return [{ wie: personen.heeftLeider ? 'leider' : 'adviseur' }];
  if (aan === 'adviseur') return [{ wie: 'adviseur' }];
  const lezers = gevraagden(aan, personen, opDag.vandaag).map((voor) => ({
    voor,
    lezer: lezerVan(voor, personen, opDag.vandaag),
  }));
  const eigenEerst = [
    ...lezers.filter(({ voor, lezer }) => voor === lezer),
    ...lezers.filter(({ voor, lezer }) => voor !== lezer),
  ];
  const gehad = new Set<string>();
  return eigenEerst.flatMap(({ voor, lezer }): Ontvanger[] => {
    if (aan === 'gemeente' && !lezer.weekoverzicht) return [];
    const wie = lezer.account ?? lezer.id;
    if (gehad.has(wie)) return [];
    gehad.add(wie);
    return [
      {
        wie: 'contactpersoon',
        id: lezer.id,
        namens: voor === lezer ? null : voor.id,
        wijze: wijzeVoor(lezer, bericht, opDag),
      },
    ];
  });
}
