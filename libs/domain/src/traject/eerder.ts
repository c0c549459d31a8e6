import { GEWONE_KALENDER } from '../kalender/kalender.js';
import { ochtendVan } from '../kalender/verzendtijd.js';
import { geplandeOpeningen, planStap } from '../plan/plan.js';
import { inHuidigeVorm } from '../sjabloon/eerdere-vorm.js';
import type { CheckInToestand, StapToestand, TaakToestand, TrajectToestand } from './toestand.js';

/** A state as an older version of this code handed it to its next run: what was added since is not there. */
export type EerdereToestand = Pick<
  TrajectToestand,
  'startdatum' | 'status' | 'uitkomst' | 'agenda' | 'sjabloon'
> & {
  readonly stap:
    | (Pick<StapToestand, 'sleutel' | 'volgnummer' | 'status' | 'opentOp' | 'taken'> & Partial<StapToestand>)
    | null;
  readonly checkIns: readonly (Omit<CheckInToestand, 'weekVan'> & Partial<CheckInToestand>)[];
};

/** The state as it is kept now, from one of now or before; the agenda stays as it was, so that the same mail follows. */
export function inHuidigeToestand(eerder: EerdereToestand | TrajectToestand): TrajectToestand {
  if ('kalender' in eerder) return eerder;
  const sjabloon = inHuidigeVorm(eerder.sjabloon);
  const openingen = geplandeOpeningen(sjabloon, eerder.startdatum);
  const { stap } = eerder;
  const definitie = stap && sjabloon.stappen[stap.volgnummer - 1];
  const plan = definitie && planStap(definitie, stap.volgnummer, stap.opentOp);
  const weekVan = (sleutel: string): string =>
    plan?.checkIns.find((checkIn) => checkIn.sleutel === sleutel)?.weekVan ?? eerder.startdatum;
  return {
    ...eerder,
    sjabloon,
    volgendSjabloon: null,
    kalender: GEWONE_KALENDER,
    openingen,
    vorigeStap: null,
    onderbreking: null,
    keer: 0,
    checkIns: eerder.checkIns.map((checkIn) => ({ ...checkIn, weekVan: weekVan(checkIn.sleutel) })),
    stap: stap && {
      ...stap,
      eindigtOp: stap.status === 'gepland' ? null : (plan?.eindigtOp ?? null),
      keer: stap.status === 'wacht-op-akkoord' ? 1 : 0,
      ingeleverdOp: stap.status === 'wacht-op-akkoord' ? ochtendVan(stap.opentOp) : null,
      akkoorden: [],
      taken: stap.taken.map((taak): TaakToestand => ({ ...taak, keer: 0, herinnerd: 0 })),
    },
  };
}
