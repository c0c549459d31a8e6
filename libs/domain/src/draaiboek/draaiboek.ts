import { bestemmingVan, herleidingVan } from '../bericht/bestemming.js';
import type { Ontvanger, Personen } from '../bericht/ontvangers.js';
import type { Instant } from '../kalender/amsterdam.js';
import type { Datum } from '../kalender/datum.js';
import type { Rekenstap } from '../kalender/kalender.js';
import type { Uitvoerder } from '../sjabloon/sjabloon.js';
import type { Gebeurtenis } from '../traject/gebeurtenis.js';
import { pasToe } from '../traject/pas-toe.js';
import type { TrajectToestand } from '../traject/toestand.js';
import { mailsUit, type Voorzien } from './verschil.js';
import { voorzie, type Gedrag } from './voorzie.js';

/** A mail to come: to whom, and how its day was found. */
export interface DraaiboekMail extends Voorzien {
  readonly ontvangers: readonly Ontvanger[];
  /** The weekoverzicht that tells it to who wants one mail a week; null where there is none. */
  readonly overzicht: Datum | null;
  readonly herleiding: readonly Rekenstap[];
}

/** A taak that is open, or will be. */
export interface DraaiboekTaak {
  readonly stap: string;
  /** `<taak>.<uitvoerder>` */
  readonly sleutel: string;
  readonly taak: string;
  readonly uitvoerder: Uitvoerder;
  readonly opentOp: Datum;
  readonly vervaltOp: Datum;
  /** Who does it, by the people of the day on which it opens: IDs of contactpersonen. */
  readonly door: readonly string[];
}

export interface DraaiboekGesprek {
  readonly stap: string;
  readonly sleutel: string;
  readonly weekVan: Datum;
}

/** Everything that a traject has ahead of it, each in the order of its day. */
export interface Draaiboek {
  readonly mails: readonly DraaiboekMail[];
  readonly taken: readonly DraaiboekTaak[];
  readonly gesprekken: readonly DraaiboekGesprek[];
  /** When it ends; null when that is not within sight, because it waits for people. */
  readonly eindigtOp: Instant | null;
}

interface Vooruitblik {
  readonly gedrag: Gedrag;
  readonly tot: Instant;
}

function takenVan(
  { stap, taken }: { readonly stap: string; readonly taken: Iterable<Omit<DraaiboekTaak, 'stap' | 'door'>> },
  toestand: TrajectToestand,
  personen: Personen,
  op: Instant,
): DraaiboekTaak[] {
  return [...taken].map(({ sleutel, taak, uitvoerder, opentOp, vervaltOp }) => {
    const mail = { bericht: 'taak-geopend', aan: uitvoerder, onderwerp: sleutel } as const;
    const { ontvangers } = bestemmingVan(mail, op, toestand, personen);
    const door = ontvangers.flatMap((een) => (een.wie === 'contactpersoon' ? [een.id] : []));
    return { stap, sleutel, taak, uitvoerder, opentOp, vervaltOp, door };
  });
}

/** What stands already: taken of this stap that are not done, conversations that were not held. */
function begin(toestand: TrajectToestand, personen: Personen, nu: Instant): Draaiboek {
  const { stap, checkIns } = toestand;
  const open = (stap?.taken ?? []).filter(({ status }) => status === 'open' || status === 'gepland');
  return {
    mails: [],
    taken: stap ? takenVan({ stap: stap.sleutel, taken: open }, toestand, personen, nu) : [],
    gesprekken: checkIns.flatMap(({ status, weekVan, ...gesprek }) =>
      status === 'gepland' ? [{ stap: gesprek.stap, sleutel: gesprek.sleutel, weekVan }] : [],
    ),
    eindigtOp: null,
  };
}

/** What one fact to come adds, given the state right after it. */
function bij(boek: Draaiboek, feit: Gebeurtenis, toestand: TrajectToestand, personen: Personen): Draaiboek {
  if (feit.soort === 'traject-afgerond') return { ...boek, eindigtOp: feit.op };
  if (feit.soort === 'stap-geopend') {
    const { stap, plan, op } = feit;
    return {
      ...boek,
      taken: [...boek.taken, ...takenVan({ stap, taken: plan.taken }, toestand, personen, op)],
      gesprekken: [
        ...boek.gesprekken,
        ...plan.checkIns.map(({ sleutel, weekVan }) => ({ stap, sleutel, weekVan })),
      ],
    };
  }
  const [mail] = mailsUit([feit]);
  if (!mail) return boek;
  const { ontvangers, volgendOverzicht } = bestemmingVan(mail, mail.op, toestand, personen);
  const herleiding = herleidingVan(mail, toestand);
  return {
    ...boek,
    mails: [...boek.mails, { ...mail, ontvangers, overzicht: volgendOverzicht, herleiding }],
  };
}

/**
 * Everything that a traject has ahead of it from `nu` on, by the rules of the running process and with the people of now.
 * @throws Error as `voorzie` does
 */
export function maakDraaiboek(
  toestand: TrajectToestand,
  personen: Personen,
  nu: Instant,
  vooruit: Vooruitblik,
): Draaiboek {
  let stand = toestand;
  let boek = begin(toestand, personen, nu);
  for (const feit of voorzie(toestand, nu, vooruit)) {
    stand = pasToe(stand, feit);
    boek = bij(boek, feit, stand, personen);
  }
  return boek;
}
