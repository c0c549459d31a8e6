import type { MomentSoort } from '../../plan/agenda.js';
import { HERINNERINGSOORTEN, type Bericht } from '../gebeurtenis.js';
import { zonder } from '../herplannen.js';
import { CHECK_IN_OVERGANGEN, overgang, type CheckInStatus } from '../overgangen.js';
import type { TrajectToestand } from '../toestand.js';
import type { Feit, FeitRegels } from './feit.js';

function metCheckIn(toestand: TrajectToestand, sleutel: string, naar: CheckInStatus): TrajectToestand {
  return {
    ...toestand,
    agenda: zonder(toestand.agenda, sleutel, ['check-in-week']),
    checkIns: toestand.checkIns.map((checkIn) =>
      checkIn.sleutel === sleutel
        ? { ...checkIn, status: overgang(CHECK_IN_OVERGANGEN, checkIn.status, naar) }
        : checkIn,
    ),
  };
}

/** The moment on the agenda that a mail belongs to; a taak's opening is the only one with another name. */
const momentVan = (bericht: Bericht['bericht']): MomentSoort =>
  bericht === 'taak-geopend' ? 'taak-opent' : bericht;

type BerichtFeit = Feit<'bericht-klaargezet'> | Feit<'bericht-overgeslagen'>;

/** Takes the moment of a mail off the agenda; a later one by the same rule stays. */
function zonderMoment(toestand: TrajectToestand, feit: BerichtFeit): TrajectToestand {
  const soort = momentVan(feit.bericht);
  return {
    ...toestand,
    agenda: toestand.agenda.filter(
      (moment) =>
        moment.soort !== soort ||
        moment.onderwerp !== feit.onderwerp ||
        moment.regel !== feit.regel ||
        moment.op > feit.op,
    ),
  };
}

function telHerinnering(toestand: TrajectToestand, feit: BerichtFeit): TrajectToestand {
  const { stap } = toestand;
  if (!stap || !HERINNERINGSOORTEN.includes(feit.bericht)) return toestand;
  return {
    ...toestand,
    stap: {
      ...stap,
      taken: stap.taken.map((taak) =>
        taak.sleutel === feit.onderwerp ? { ...taak, herinnerd: taak.herinnerd + 1 } : taak,
      ),
    },
  };
}

export const GESPREK_FEITEN: FeitRegels<
  'check-in-vastgelegd' | 'check-in-vervallen' | 'bericht-klaargezet' | 'bericht-overgeslagen'
> = {
  'check-in-vastgelegd': (toestand, feit) =>
    metCheckIn(toestand, feit.checkIn, feit.gehouden ? 'gehouden' : 'niet-gehouden'),
  'check-in-vervallen': (toestand, feit) => metCheckIn(toestand, feit.checkIn, 'niet-gehouden'),
  'bericht-klaargezet': (toestand, feit) => telHerinnering(zonderMoment(toestand, feit), feit),
  // One that was skipped counts as well: the state may not depend on how late the system came to it.
  'bericht-overgeslagen': (toestand, feit) => telHerinnering(zonderMoment(toestand, feit), feit),
};
