import { lokaleTijd } from '../kalender/amsterdam.js';
import type { Datum } from '../kalender/datum.js';
import { herleid, volgendeWekelijkse, type Rekenstap } from '../kalender/kalender.js';
import type { Instant } from '../kalender/amsterdam.js';
import type { Bericht, Berichtsoort } from '../traject/gebeurtenis.js';
import type { TaakToestand, TrajectToestand } from '../traject/toestand.js';
import { ontvangersVan, type OpDag, type Ontvanger, type Personen } from './ontvangers.js';

/** Mail that is about one taak, and can be told in a weekoverzicht instead. */
const OVER_EEN_TAAK: readonly Berichtsoort[] = [
  'taak-geopend',
  'herinnering-voor',
  'herinnering-op',
  'herinnering-na',
];

export interface Bestemming {
  readonly ontvangers: readonly Ontvanger[];
  /** The digest day that tells what is not sent by itself; null where there is none. */
  readonly volgendOverzicht: Datum | null;
}

const openTaken = ({ stap }: TrajectToestand): readonly TaakToestand[] =>
  (stap?.taken ?? []).filter(({ status, uitvoerder }) => status === 'open' && uitvoerder !== 'adviseur');

/** Which of these open taken a contactpersoon sees to on this day, for himself or for whom he stands in. */
export function takenVan<T extends Pick<TaakToestand, 'uitvoerder' | 'vervaltOp'>>(
  contactpersoonId: string,
  taken: readonly T[],
  personen: Personen,
  vandaag: Datum,
): T[] {
  const opDag: OpDag = { vandaag, volgendOverzicht: null };
  return taken.filter(({ uitvoerder: aan, vervaltOp }) =>
    ontvangersVan({ aan, vervaltOp }, personen, opDag).some(
      (ontvanger) => ontvanger.wie === 'contactpersoon' && ontvanger.id === contactpersoonId,
    ),
  );
}

/**
 * Who gets a mail that the process wants sent at `op`, and how. By the state right after the fact that asks for it; used by
 * the outbox and by the draaiboek, so that both say the same.
 */
export function bestemmingVan(
  { bericht, aan, onderwerp }: Pick<Bericht, 'bericht' | 'aan' | 'onderwerp'>,
  op: Instant,
  toestand: TrajectToestand,
  personen: Personen,
): Bestemming {
  const vandaag = lokaleTijd(op).datum;
  const { kalender, sjabloon, stap } = toestand;
  const volgendOverzicht =
    sjabloon.weekoverzicht && volgendeWekelijkse(kalender, sjabloon.weekoverzicht.weekdag, vandaag);
  const taak = OVER_EEN_TAAK.includes(bericht) && stap?.taken.find(({ sleutel }) => sleutel === onderwerp);
  const vervaltOp = taak ? taak.vervaltOp : null;
  const ontvangers = ontvangersVan({ aan, vervaltOp }, personen, { vandaag, volgendOverzicht });
  if (aan !== 'gemeente') return { ontvangers, volgendOverzicht };
  // A weekoverzicht goes to who has something in it.
  const taken = openTaken(toestand);
  return {
    volgendOverzicht,
    ontvangers: ontvangers.filter(
      (ontvanger) =>
        ontvanger.wie === 'contactpersoon' && takenVan(ontvanger.id, taken, personen, vandaag).length > 0,
    ),
  };
}

const DAG = /^\d{4}-\d{2}-\d{2}$/;

/** How the day of a mail was found; empty where it follows from what somebody did. */
export function herleidingVan(
  { regel, basis }: Pick<Bericht, 'regel' | 'basis'>,
  { kalender, sjabloon }: TrajectToestand,
): Rekenstap[] {
  if (basis === undefined || !DAG.test(basis)) return [];
  const werkdagen = sjabloon.herinneringen.find(({ sleutel }) => sleutel === regel)?.werkdagen ?? 0;
  return herleid(kalender, basis, werkdagen);
}
