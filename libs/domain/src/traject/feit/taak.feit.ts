import { momentenVanTaak } from '../../plan/agenda.js';
import { akkoordNogEens, herinneringenNa, melding, metMomenten, zonder } from '../herplannen.js';
import { overgang, STAP_OVERGANGEN, TAAK_OVERGANGEN } from '../overgangen.js';
import {
  huidigeStap,
  nieuweTaak,
  type StapToestand,
  type TaakToestand,
  type TrajectToestand,
} from '../toestand.js';
import type { FeitRegels } from './feit.js';

/** The taak with this key. @throws Error when the stap has none. */
export function taakVan(stap: StapToestand, sleutel: string): TaakToestand {
  const taak = stap.taken.find((een) => een.sleutel === sleutel);
  if (!taak) throw new Error(`geen taak ${sleutel} in stap ${stap.sleutel}`);
  return taak;
}

function metTaak(stap: StapToestand, nieuw: TaakToestand): StapToestand {
  return { ...stap, taken: stap.taken.map((taak) => (taak.sleutel === nieuw.sleutel ? nieuw : taak)) };
}

/** Puts a taak in another state, and the rest of the traject as it was. */
function wijzig(
  toestand: TrajectToestand,
  sleutel: string,
  status: TaakToestand['status'],
  anders: Partial<TaakToestand> = {},
): TrajectToestand {
  const stap = huidigeStap(toestand);
  const taak = taakVan(stap, sleutel);
  const nieuw = { ...taak, ...anders, status: overgang(TAAK_OVERGANGEN, taak.status, status) };
  return { ...toestand, stap: metTaak(stap, nieuw) };
}

/** The stap is asked for again: something in it is no longer done. */
function weerOpen(toestand: TrajectToestand): TrajectToestand {
  const stap = huidigeStap(toestand);
  if (stap.status !== 'wacht-op-akkoord') return toestand;
  return {
    ...toestand,
    stap: {
      ...stap,
      status: overgang(STAP_OVERGANGEN, stap.status, 'open'),
      ingeleverdOp: null,
      akkoorden: [],
    },
    agenda: zonder(toestand.agenda, stap.sleutel, ['stap-ingeleverd', 'akkoord-herinnering']),
  };
}

export const TAAK_FEITEN: FeitRegels<
  | 'taak-geopend'
  | 'taak-ingediend'
  | 'taak-akkoord'
  | 'taak-teruggestuurd'
  | 'taak-toegevoegd'
  | 'taak-vervallen'
> = {
  'taak-geopend': (toestand, feit) => {
    const na = wijzig(toestand, feit.taak, 'open');
    return { ...na, agenda: zonder(na.agenda, feit.taak, ['taak-opent']) };
  },
  'taak-ingediend': (toestand, feit) => {
    const { akkoordDoor, keer } = taakVan(huidigeStap(toestand), feit.taak);
    const anders = {
      keer: keer + 1,
      ...(feit.wie !== undefined && { ingediendDoor: feit.wie }),
      ...(akkoordDoor && { ingediendOp: feit.op }),
    };
    const na = wijzig(toestand, feit.taak, akkoordDoor ? 'wacht-op-akkoord' : 'ingediend', anders);
    const agenda = zonder(na.agenda, feit.taak);
    if (!akkoordDoor) return { ...na, agenda };
    const basis = String(keer + 1);
    const eerst = melding(na, 'akkoord-gevraagd', feit.taak, { nu: feit.op, basis });
    return {
      ...na,
      agenda: metMomenten(agenda, [eerst, ...akkoordNogEens(na, taakVan(huidigeStap(na), feit.taak))]),
    };
  },
  'taak-akkoord': (toestand, feit) => {
    const na = wijzig(toestand, feit.taak, 'ingediend');
    return { ...na, agenda: zonder(na.agenda, feit.taak) };
  },
  'taak-teruggestuurd': (toestand, feit) => {
    const na = weerOpen(wijzig(toestand, feit.taak, 'open', { vervaltOp: feit.vervaltOp, herinnerd: 0 }));
    const taak = taakVan(huidigeStap(na), feit.taak);
    const bericht = melding(na, 'taak-teruggestuurd', feit.taak, { nu: feit.op, basis: String(taak.keer) });
    return {
      ...na,
      agenda: metMomenten(zonder(na.agenda, feit.taak), [bericht, ...herinneringenNa(na, taak, feit.op)]),
    };
  },
  'taak-toegevoegd': (toestand, feit) => {
    const open = weerOpen(toestand);
    const stap = huidigeStap(open);
    const [opening, ...later] = momentenVanTaak(feit.plan, open.sjabloon.herinneringen, open.kalender);
    // What should open today opens now.
    const eerst = opening && {
      ...opening,
      op: Math.max(opening.op, melding(open, 'taak-opent', feit.taak, { nu: feit.op }).op),
    };
    return {
      ...open,
      stap: { ...stap, taken: [...stap.taken, nieuweTaak(feit.plan)] },
      agenda: metMomenten(open.agenda, [
        ...(eerst ? [eerst] : []),
        ...later.filter(({ op }) => op > feit.op),
      ]),
    };
  },
  'taak-vervallen': (toestand, feit) => {
    const na = wijzig(toestand, feit.taak, 'vervallen');
    return { ...na, agenda: zonder(na.agenda, feit.taak) };
  },
};
