import { lokaleTijd, type Instant } from '../../kalender/amsterdam.js';
import { geplandeOpening } from '../../plan/plan.js';
import type { DagWijziging } from '../gebeurtenis.js';
import { herplan, melding, metMomenten } from '../herplannen.js';
import { overgang, STAP_OVERGANGEN, TRAJECT_OVERGANGEN } from '../overgangen.js';
import { metBegonnen } from '../begonnen.js';
import { huidigeStap, type TaakToestand, type TrajectToestand } from '../toestand.js';
import type { FeitRegels } from './feit.js';

function metStatus(toestand: TrajectToestand, naar: TrajectToestand['status']): TrajectToestand {
  return { ...toestand, status: overgang(TRAJECT_OVERGANGEN, toestand.status, naar) };
}

const OVER_ONDERBREKING = ['traject-gepauzeerd', 'traject-hervat', 'traject-teruggetrokken'] as const;

/** The agenda made anew, with one mail about what happened. */
function herplanMet(
  toestand: TrajectToestand,
  soort: (typeof OVER_ONDERBREKING)[number],
  nu: Instant,
): TrajectToestand {
  // An earlier mail of these that has not left yet is no longer true.
  const agenda = toestand.agenda.filter(
    (moment) => !OVER_ONDERBREKING.some((soort) => soort === moment.soort),
  );
  const na = herplan({ ...toestand, agenda }, nu);
  const bericht = melding(na, soort, huidigeStap(na).sleutel, { nu, basis: String(na.keer) });
  return { ...na, agenda: metMomenten(na.agenda, [bericht]) };
}

/** A state in which some days are others; the agenda is as it was. */
export function metDagen(toestand: TrajectToestand, wijzigingen: readonly DagWijziging[]): TrajectToestand {
  const naar = (wat: DagWijziging['wat'], sleutel: string): string | undefined =>
    wijzigingen.find((een) => een.wat === wat && een.sleutel === sleutel)?.naar;
  const { stap } = toestand;
  const taak = (een: TaakToestand): TaakToestand => ({
    ...een,
    opentOp: naar('taak-opent', een.sleutel) ?? een.opentOp,
    vervaltOp: naar('taak-vervalt', een.sleutel) ?? een.vervaltOp,
  });
  return {
    ...toestand,
    openingen: toestand.openingen.map((dag, index) => naar('stap-opent', String(index + 1)) ?? dag),
    checkIns: toestand.checkIns.map((checkIn) => ({
      ...checkIn,
      weekVan: naar('check-in', checkIn.sleutel) ?? checkIn.weekVan,
    })),
    stap: stap && {
      ...stap,
      opentOp: (stap.status === 'gepland' && naar('stap-opent', String(stap.volgnummer))) || stap.opentOp,
      eindigtOp: naar('stap-eindigt', String(stap.volgnummer)) ?? stap.eindigtOp,
      taken: stap.taken.map(taak),
    },
  };
}

/** An ended traject comes back as it was handed in for the last time. */
function heropenLaatsteStap(toestand: TrajectToestand, nu: Instant): TrajectToestand {
  const stap = huidigeStap(toestand);
  if (stap.status !== 'afgerond') return toestand;
  const status = overgang(STAP_OVERGANGEN, stap.status, 'wacht-op-akkoord');
  return { ...toestand, stap: { ...stap, status, keer: stap.keer + 1, ingeleverdOp: nu, akkoorden: [] } };
}

export const TRAJECT_FEITEN: FeitRegels<
  | 'traject-gestart'
  | 'traject-gepauzeerd'
  | 'traject-hervat'
  | 'traject-teruggetrokken'
  | 'traject-heropend'
  | 'traject-afgerond'
  | 'uitkomst-vastgelegd'
  | 'dagen-gewijzigd'
  | 'kalender-overgenomen'
  | 'sjabloon-gekozen'
  | 'sjabloon-overgezet'
  | 'signaal-gegeven'
> = {
  'traject-gestart': (toestand) => metStatus(toestand, 'lopend'),
  'traject-gepauzeerd': (toestand, feit) =>
    herplanMet(
      {
        ...metStatus(toestand, 'gepauzeerd'),
        onderbreking: { sinds: lokaleTijd(feit.op).datum, tot: feit.tot },
        keer: toestand.keer + 1,
      },
      'traject-gepauzeerd',
      feit.op,
    ),
  // The days that it moves come in a fact of their own, right after it.
  'traject-hervat': (toestand, feit) =>
    herplanMet({ ...metStatus(toestand, 'lopend'), onderbreking: null }, 'traject-hervat', feit.op),
  'traject-teruggetrokken': (toestand, feit) =>
    herplanMet(
      {
        ...metStatus(toestand, 'teruggetrokken'),
        onderbreking: { sinds: toestand.onderbreking?.sinds ?? lokaleTijd(feit.op).datum, tot: null },
        keer: toestand.keer + 1,
      },
      'traject-teruggetrokken',
      feit.op,
    ),
  'traject-heropend': (toestand, feit) =>
    herplanMet(
      heropenLaatsteStap({ ...metStatus(toestand, 'lopend'), onderbreking: null }, feit.op),
      'traject-hervat',
      feit.op,
    ),
  'traject-afgerond': (toestand, feit) => {
    const na = { ...metStatus(toestand, 'afgerond'), keer: toestand.keer + 1 };
    const { sleutel } = huidigeStap(na);
    return {
      ...na,
      agenda: [melding(na, 'traject-afgerond', sleutel, { nu: feit.op, basis: String(na.keer) })],
    };
  },
  'uitkomst-vastgelegd': (toestand, feit) => ({ ...toestand, uitkomst: feit.klasse }),
  'dagen-gewijzigd': (toestand, feit) => herplan(metDagen(toestand, feit.wijzigingen), feit.op),
  'kalender-overgenomen': (toestand, feit) => herplan({ ...toestand, kalender: feit.kalender }, feit.op),
  'sjabloon-gekozen': (toestand, feit) => ({ ...toestand, volgendSjabloon: feit.sjabloon }),
  'sjabloon-overgezet': (toestand, feit) => ({
    ...toestand,
    sjabloon: metBegonnen(toestand, toestand.volgendSjabloon ?? toestand.sjabloon),
    volgendSjabloon: null,
    openingen: feit.openingen,
  }),
  'signaal-gegeven': (toestand, feit) => ({
    ...toestand,
    agenda: toestand.agenda.filter(
      ({ soort, op }) => soort !== 'stap-over-venster' || feit.signaal !== soort || op > feit.op,
    ),
  }),
};

/** The planned opening of each stap of another sjabloon, for a traject that has come to `volgnummer`. */
export function openingenBij(toestand: TrajectToestand, volgnummer: number): string[] {
  const { volgendSjabloon, sjabloon, openingen, startdatum, kalender } = toestand;
  const nieuw = volgendSjabloon ?? sjabloon;
  const eerste = geplandeOpening(nieuw, startdatum, volgnummer, kalender);
  const gepland = openingen[volgnummer - 1] ?? eerste;
  // Nothing has moved: then what has the same windows keeps the same days.
  const opTijd = gepland === eerste;
  // Otherwise windows of the new version are counted from the opening that stands.
  const verder = { ...nieuw, stappen: nieuw.stappen.slice(volgnummer - 1) };
  return nieuw.stappen.map((_, index) => {
    if (index + 1 < volgnummer) return openingen[index] ?? gepland;
    return opTijd
      ? geplandeOpening(nieuw, startdatum, index + 1, kalender)
      : geplandeOpening(verder, gepland, index + 2 - volgnummer, kalender);
  });
}
