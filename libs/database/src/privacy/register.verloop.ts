import { over, zakelijk, type Register } from './register.vormen.js';

const INVULLERS = ['contactpersoon', 'adviseur'] as const;
const BIJ_TRAJECT = { van: INVULLERS, doel: 'begeleiden', bewaren: 'proces' } as const;
/** Moments that an onderzoeker reads too. */
const VERLOOP = { soort: 'gedrag', onderzoek: true } as const;
const EMAIL = { soort: 'email', verzegeld: true } as const;

/** The part of the register about how a traject goes: its state, signs and plans of change, and the mail about it. */
export const REGISTER_VAN_VERLOOP: Register = {
  traject_stand: {
    // Who handed in what waits for another person's agreement, by an ID.
    ...over(BIJ_TRAJECT, { toestand: 'kenmerk' }),
    ...zakelijk('traject_id', 'cohort_id', 'seq'),
  },
  signaal: {
    ...over(BIJ_TRAJECT, {
      besluit_op: { soort: 'gedrag', onderzoek: true },
      besluit_door: 'kenmerk',
      toelichting: 'inhoud',
    }),
    ...zakelijk('id', 'traject_id', 'cohort_id', 'sleutel', 'soort', 'stap', 'onderwerp', 'aantal'),
    ...zakelijk('oorzaken', 'op', 'status', 'besluit_oorzaken', 'versie'),
  },
  wijzigingsplan: {
    ...over(
      { van: ['adviseur'], doel: 'begeleiden', bewaren: 'proces' },
      {
        gemaakt_door: 'kenmerk',
        gemaakt_op: 'gedrag',
        toegepast_op: 'gedrag',
        ongedaan_op: 'gedrag',
        toelichting: 'inhoud',
      },
    ),
    ...zakelijk('id', 'cohort_id', 'vraag', 'status'),
  },
  wijzigingsplan_traject: zakelijk(
    ...['plan_id', 'traject_id', 'cohort_id', 'wijzigingen', 'status', 'reden', 'eerste_gevolg_op'],
  ),
  bericht: {
    ...over(BIJ_TRAJECT, {
      contactpersoon_id: 'kenmerk',
      namens_id: 'kenmerk',
      // Ends in the ID of the contactpersoon.
      sleutel: 'kenmerk',
      aan: VERLOOP,
      status: VERLOOP,
      pogingen: VERLOOP,
      verzonden_op: VERLOOP,
      message_id: 'kenmerk',
      toelichting: { soort: 'email', bewaren: 'bericht' },
    }),
    ...zakelijk('id', 'cohort_id', 'traject_id', 'soort', 'stap', 'onderwerp', 'op', 'oefen'),
    ...zakelijk('volgende_poging_op', 'geclaimd_door', 'geclaimd_op', 'created_at', 'basis'),
    ...zakelijk('gespreid_tot', 'regel', 'herleiding', 'adresprobleem_id'),
  },
  bericht_poging: {
    ...over(
      { van: INVULLERS, doel: 'begeleiden', bewaren: 'bericht-poging' },
      { antwoord: EMAIL, nagekomen: EMAIL },
    ),
    ...over(BIJ_TRAJECT, { begonnen_op: 'gedrag', geeindigd_op: 'gedrag', nagekomen_op: 'gedrag' }),
    ...zakelijk('id', 'bericht_id', 'cohort_id', 'nummer', 'uitkomst'),
  },
  adresprobleem: over(
    { van: INVULLERS, doel: 'begeleiden', bewaren: 'adresprobleem' },
    {
      id: 'kenmerk',
      account_id: 'kenmerk',
      contactpersoon_id: 'kenmerk',
      cohort_id: 'kenmerk',
      oefen: 'gedrag',
      bericht_id: 'kenmerk',
      sinds: 'gedrag',
      bron: 'gedrag',
      code: 'gedrag',
      woorden: EMAIL,
      opgelost_op: 'gedrag',
      opgelost_door: 'kenmerk',
      oplossing: 'gedrag',
    },
  ),
};
