import { lokaleTijd, type Instant } from '../kalender/amsterdam.js';
import { plusDagen } from '../kalender/datum.js';
import { eersteBeschikbareDag, eersteMailmoment, termijn, volgendeWekelijkse } from '../kalender/kalender.js';
import { ochtendVan } from '../kalender/verzendtijd.js';
import {
  herinneringenVan,
  momentVanCheckIn,
  vergelijkMomenten,
  type Moment,
  type MomentSoort,
} from '../plan/agenda.js';
import type { StapToestand, TaakToestand, TrajectToestand } from './toestand.js';

/** Mail about something that has just happened. It stays on the agenda whatever else moves. */
const MELDINGEN: readonly MomentSoort[] = [
  'stap-ingeleverd',
  'akkoord-gevraagd',
  'taak-teruggestuurd',
  'traject-gepauzeerd',
  'traject-hervat',
  'traject-teruggetrokken',
  'traject-afgerond',
];

export function metMomenten(agenda: readonly Moment[], erbij: readonly Moment[]): readonly Moment[] {
  return [...agenda, ...erbij].sort(vergelijkMomenten);
}

export function zonder(
  agenda: readonly Moment[],
  onderwerp: string,
  soorten?: readonly MomentSoort[],
): readonly Moment[] {
  return agenda.filter(
    (moment) => moment.onderwerp !== onderwerp || (soorten && !soorten.includes(moment.soort)),
  );
}

/** A mail about what happens now: at once, or when mail may leave again. */
export function melding(
  { kalender }: TrajectToestand,
  soort: MomentSoort,
  onderwerp: string,
  { nu, basis }: { readonly nu: Instant; readonly basis?: string },
): Moment {
  return { soort, onderwerp, op: eersteMailmoment(kalender, nu), ...(basis !== undefined && { basis }) };
}

/** The reminders of a taak that are still to come after `nu`. */
export function herinneringenNa(
  { sjabloon, kalender }: TrajectToestand,
  taak: TaakToestand,
  nu: Instant,
): Moment[] {
  return herinneringenVan(taak, sjabloon.herinneringen, kalender).filter(({ op }) => op > nu);
}

/** When the adviseur is asked once more to approve a stap that was handed in at `ingeleverdOp`. */
export function akkoordHerinnering(
  { sjabloon, kalender }: TrajectToestand,
  stap: Pick<StapToestand, 'sleutel' | 'keer'>,
  ingeleverdOp: Instant,
): Moment {
  const gemeld = lokaleTijd(eersteMailmoment(kalender, ingeleverdOp)).datum;
  const op = ochtendVan(termijn(kalender, gemeld, sjabloon.akkoordNaWerkdagen));
  return { soort: 'akkoord-herinnering', onderwerp: stap.sleutel, op, basis: String(stap.keer) };
}

/** Werkdagen after which who must agree is asked again. */
const AKKOORD_NA_WERKDAGEN = 5;

/** When whoever must agree to a taak is asked once more; none when it waits for nobody. */
export function akkoordNogEens(
  { kalender }: TrajectToestand,
  { sleutel, keer, status, ingediendOp }: TaakToestand,
): Moment[] {
  if (status !== 'wacht-op-akkoord' || ingediendOp === undefined) return [];
  const gevraagd = lokaleTijd(eersteMailmoment(kalender, ingediendOp)).datum;
  const op = ochtendVan(termijn(kalender, gevraagd, AKKOORD_NA_WERKDAGEN));
  return [{ soort: 'akkoord-gevraagd-na', onderwerp: sleutel, op, basis: String(keer) }];
}

/** When it is a sign of stagnation that the stap is not over; none where the sjabloon has no such rule. */
export function vensterMomenten(
  { sjabloon, kalender }: TrajectToestand,
  stap: Pick<StapToestand, 'sleutel' | 'eindigtOp'>,
): Moment[] {
  const { eindigtOp } = stap;
  if (eindigtOp === null) return [];
  return sjabloon.signalen.flatMap((regel): Moment[] => {
    if (regel.sleutel !== 'stap-over-venster') return [];
    const op = ochtendVan(termijn(kalender, eindigtOp, regel.werkdagen));
    return [{ soort: 'stap-over-venster', onderwerp: stap.sleutel, op, basis: eindigtOp }];
  });
}

function momentenVanStap(toestand: TrajectToestand, stap: StapToestand, nu: Instant): Moment[] {
  // What should have opened by now opens at once; no other mail speaks of the past.
  const nietEerder = (op: Instant): Instant => (op > nu ? op : eersteMailmoment(toestand.kalender, nu));
  if (stap.status === 'gepland')
    return [{ soort: 'stap-opent', onderwerp: stap.sleutel, op: nietEerder(ochtendVan(stap.opentOp)) }];
  if (stap.status === 'afgerond') return [];
  const taken = stap.taken.flatMap((taak): Moment[] => {
    const { sleutel: onderwerp, opentOp: basis, status } = taak;
    const herinneringen = herinneringenNa(toestand, taak, nu);
    if (status === 'open') return herinneringen;
    if (status === 'wacht-op-akkoord') return akkoordNogEens(toestand, taak).filter(({ op }) => op > nu);
    if (status !== 'gepland') return [];
    return [{ soort: 'taak-opent', onderwerp, op: nietEerder(ochtendVan(basis)), basis }, ...herinneringen];
  });
  const akkoord =
    stap.status === 'wacht-op-akkoord' && stap.ingeleverdOp !== null
      ? [akkoordHerinnering(toestand, stap, stap.ingeleverdOp)]
      : [];
  return [...taken, ...[...akkoord, ...vensterMomenten(toestand, stap)].filter(({ op }) => op > nu)];
}

function afgeleid(toestand: TrajectToestand, nu: Instant): Moment[] {
  const { status, stap, onderbreking, kalender } = toestand;
  if (status === 'gepauzeerd' && onderbreking?.tot) {
    const op = ochtendVan(eersteBeschikbareDag(kalender, onderbreking.tot));
    return [{ soort: 'pauze-eindigt', onderwerp: 'pauze', op }];
  }
  if (status !== 'lopend' || !stap) return [];
  const gesprekken = toestand.checkIns
    .filter((checkIn) => checkIn.status === 'gepland')
    .map(momentVanCheckIn)
    .filter(({ op }) => op > nu);
  return [...momentenVanStap(toestand, stap, nu), ...gesprekken];
}

/**
 * The agenda made anew from what stands, for who changed days, a rustperiode, or whether the traject goes on. Call it only
 * when all that was due up to `nu` has been handled: nothing of the past comes back.
 */
export function herplan(toestand: TrajectToestand, nu: Instant): TrajectToestand {
  const meldingen = toestand.agenda
    .filter(({ soort }) => MELDINGEN.includes(soort))
    .map((moment) => ({ ...moment, op: eersteMailmoment(toestand.kalender, moment.op) }));
  return { ...toestand, agenda: metMomenten(meldingen, afgeleid(toestand, nu)) };
}

/** Puts the next weekoverzicht on the agenda as long as a gemeente has something open, and takes it off when not. */
export function metWeekoverzicht(
  toestand: TrajectToestand,
  nu: Instant,
  isVerstuurd: boolean,
): TrajectToestand {
  const { sjabloon, status, stap, agenda, kalender } = toestand;
  const heeft = agenda.some(({ soort }) => soort === 'weekoverzicht');
  const openstaand =
    status === 'lopend' &&
    (stap?.taken ?? []).some((taak) => taak.status === 'open' && taak.uitvoerder !== 'adviseur');
  if (!sjabloon.weekoverzicht || heeft === openstaand) return toestand;
  if (heeft) return { ...toestand, agenda: agenda.filter(({ soort }) => soort !== 'weekoverzicht') };
  const { datum } = lokaleTijd(nu);
  const vanaf = isVerstuurd || ochtendVan(datum) < nu ? plusDagen(datum, 1) : datum;
  const dag = volgendeWekelijkse(kalender, sjabloon.weekoverzicht.weekdag, vanaf);
  return {
    ...toestand,
    agenda: metMomenten(agenda, [
      { soort: 'weekoverzicht', onderwerp: dag, op: ochtendVan(dag), basis: dag },
    ]),
  };
}
