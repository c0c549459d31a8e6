import { BETROKKENEN, over, zakelijk, type Register } from './register.vormen.js';

const IEDEREEN = BETROKKENEN;
/** Moments that an onderzoeker reads too. */
const VERLOOP = { soort: 'gedrag', onderzoek: true } as const;
const NAAM = { soort: 'naam', verzegeld: true } as const;
const EMAIL = { soort: 'email', verzegeld: true } as const;

/** The part of the register about meetings, who is invited to them, and the mail about that. */
export const REGISTER_VAN_BIJEENKOMSTEN: Register = {
  bijeenkomst: {
    ...over(
      { van: IEDEREEN, doel: 'begeleiden', bewaren: 'bijeenkomst-verslag' },
      { verslag: 'inhoud', check_in: { soort: 'kenmerk', bewaren: 'proces' } },
    ),
    ...zakelijk('id', 'cohort_id', 'soort', 'traject_id', 'status', 'begint_op', 'eindigt_op', 'inhoud_id'),
    ...zakelijk('herinnering_werkdagen', 'versie', 'volgnummer', 'gemaakt_op'),
  },
  // What an adviseur or facilitator thinks up for an invitation.
  bijeenkomst_inhoud: {
    ...over(
      { van: IEDEREEN, doel: 'begeleiden', bewaren: 'proces' },
      {
        onderwerp: { soort: 'inhoud', onderzoek: true },
        plaats: { soort: 'inhoud', onderzoek: true },
        link: { soort: 'inhoud', onderzoek: true },
      },
    ),
    ...zakelijk('id', 'bijeenkomst_id', 'cohort_id'),
  },
  genodigde: over(
    { van: ['contactpersoon', 'adviseur', 'onderzoeker'], doel: 'begeleiden', bewaren: 'genodigde' },
    {
      naam: NAAM,
      email: EMAIL,
      id: { soort: 'kenmerk', bewaren: 'proces', onderzoek: true },
      bijeenkomst_id: { soort: 'kenmerk', bewaren: 'proces', onderzoek: true },
      cohort_id: { soort: 'kenmerk', bewaren: 'proces', onderzoek: true },
      traject_id: { soort: 'kenmerk', bewaren: 'proces', onderzoek: true },
      rol: { ...VERLOOP, bewaren: 'proces' },
      contactpersoon_id: { soort: 'kenmerk', bewaren: 'proces' },
      account_id: { soort: 'kenmerk', bewaren: 'bij-account' },
      uitgenodigd: { ...VERLOOP, bewaren: 'proces' },
      aanwezig: { ...VERLOOP, bewaren: 'proces' },
    },
  ),
  voorwaarde: zakelijk('cohort_id', 'sleutel', 'volgorde', 'inhoud'),
  agendabericht: {
    ...over(
      { van: ['contactpersoon', 'adviseur', 'onderzoeker'], doel: 'begeleiden', bewaren: 'proces' },
      {
        sleutel: 'kenmerk',
        genodigde_id: 'kenmerk',
        status: 'gedrag',
        pogingen: 'gedrag',
        verzonden_op: 'gedrag',
        geclaimd_op: 'gedrag',
      },
    ),
    ...zakelijk('id', 'cohort_id', 'bijeenkomst_id', 'soort', 'volgnummer', 'inhoud', 'volgende_poging_op'),
    ...zakelijk('gemaakt_op'),
  },
};
