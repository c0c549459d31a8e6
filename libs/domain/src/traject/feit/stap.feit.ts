import { ochtendVan } from '../../kalender/verzendtijd.js';
import { agendaVanStap } from '../../plan/agenda.js';
import { akkoordHerinnering, herplan, melding, metMomenten, vensterMomenten, zonder } from '../herplannen.js';
import { CHECK_IN_OVERGANGEN, overgang, STAP_OVERGANGEN } from '../overgangen.js';
import { geplandeStapToestand, huidigeStap, nieuweTaak, type CheckInToestand } from '../toestand.js';
import type { FeitRegels } from './feit.js';

export const STAP_FEITEN: FeitRegels<
  'stap-gepland' | 'stap-geopend' | 'stap-ingeleverd' | 'stap-akkoord' | 'stap-goedgekeurd' | 'stap-heropend'
> = {
  'stap-gepland': (toestand, feit) => ({
    ...toestand,
    // Planned anew, by another sjabloon, it stands in the place of itself.
    vorigeStap: toestand.stap?.status === 'gepland' ? toestand.vorigeStap : toestand.stap,
    stap: geplandeStapToestand(feit.stap, feit.volgnummer, feit.opentOp),
    openingen: toestand.openingen.map((dag, index) => (index + 1 === feit.volgnummer ? feit.opentOp : dag)),
    agenda: metMomenten(
      toestand.agenda.filter(({ soort }) => soort !== 'stap-opent'),
      // While it stands still nothing opens; going on puts it on the agenda.
      toestand.status === 'lopend'
        ? [{ soort: 'stap-opent', onderwerp: feit.stap, op: ochtendVan(feit.opentOp) }]
        : [],
    ),
  }),
  'stap-geopend': (toestand, feit) => {
    const stap = huidigeStap(toestand);
    const { opentOp, eindigtOp, taken } = feit.plan;
    const open = {
      ...stap,
      status: overgang(STAP_OVERGANGEN, stap.status, 'open'),
      opentOp,
      eindigtOp,
      taken: taken.map(nieuweTaak),
    };
    const checkIns = feit.plan.checkIns.map(({ sleutel, weekVan }): CheckInToestand => ({
      sleutel,
      stap: feit.stap,
      status: CHECK_IN_OVERGANGEN.begin,
      weekVan,
    }));
    return {
      ...toestand,
      vorigeStap: null,
      stap: open,
      checkIns: [...toestand.checkIns, ...checkIns],
      agenda: metMomenten(zonder(toestand.agenda, feit.stap), [
        ...agendaVanStap(feit.plan, toestand.sjabloon.herinneringen, toestand.kalender),
        ...vensterMomenten(toestand, open),
      ]),
    };
  },
  'stap-ingeleverd': (toestand, feit) => {
    const oud = huidigeStap(toestand);
    const keer = oud.keer + 1;
    const stap = {
      ...oud,
      status: overgang(STAP_OVERGANGEN, oud.status, 'wacht-op-akkoord'),
      keer,
      ingeleverdOp: feit.op,
    };
    return {
      ...toestand,
      stap,
      agenda: metMomenten(toestand.agenda, [
        melding(toestand, 'stap-ingeleverd', stap.sleutel, { nu: feit.op, basis: String(keer) }),
        akkoordHerinnering(toestand, stap, feit.op),
      ]),
    };
  },
  'stap-akkoord': (toestand, feit) => {
    const stap = huidigeStap(toestand);
    return { ...toestand, stap: { ...stap, akkoorden: [...stap.akkoorden, feit.wie] } };
  },
  'stap-goedgekeurd': (toestand, feit) => {
    const stap = huidigeStap(toestand);
    return {
      ...toestand,
      stap: { ...stap, status: overgang(STAP_OVERGANGEN, stap.status, 'afgerond') },
      agenda: zonder(toestand.agenda, feit.stap),
    };
  },
  'stap-heropend': (toestand, feit) => {
    const { vorigeStap } = toestand;
    if (!vorigeStap) throw new Error('er is geen goedgekeurde stap om te heropenen');
    const status = overgang(STAP_OVERGANGEN, vorigeStap.status, 'wacht-op-akkoord');
    return herplan(
      {
        ...toestand,
        vorigeStap: null,
        stap: { ...vorigeStap, status, keer: vorigeStap.keer + 1, ingeleverdOp: feit.op, akkoorden: [] },
      },
      feit.op,
    );
  },
};
