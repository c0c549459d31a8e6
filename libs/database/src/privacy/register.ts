import { REGISTER_VAN_BIJEENKOMSTEN } from './register.bijeenkomst.js';
import { REGISTER_VAN_VERLOOP } from './register.verloop.js';
import { BETROKKENEN, over, zakelijk, type Register } from './register.vormen.js';

const IEDEREEN = BETROKKENEN;
const VAN_GEMEENTE = ['contactpersoon'] as const;
const INVULLERS = ['contactpersoon', 'adviseur'] as const;
const BIJ_TRAJECT = { van: INVULLERS, doel: 'begeleiden', bewaren: 'proces' } as const;
/** Moments that an onderzoeker reads too. */
const VERLOOP = { soort: 'gedrag', onderzoek: true } as const;
const NAAM = { soort: 'naam', verzegeld: true } as const;
const EMAIL = { soort: 'email', verzegeld: true } as const;

/**
 * The register of personal data: every column of every table, and whether, of whom, what and why it holds something of a
 * person. A test compares it with the database; docs/verwerkingsregister.md is made from it (ADR 0014).
 */
export const REGISTER: Register = {
  account: {
    ...over(
      { van: IEDEREEN, doel: 'aanmelden', bewaren: 'account' },
      {
        naam: NAAM,
        email: EMAIL,
        email_index: 'kenmerk',
        oidc_issuer: 'kenmerk',
        oidc_subject: 'kenmerk',
      },
    ),
    ...over(
      { van: IEDEREEN, doel: 'aanmelden', bewaren: 'bij-account' },
      { id: 'kenmerk', status: 'gedrag', versie: 'gedrag', created_at: 'gedrag' },
    ),
    ...zakelijk('soort'),
  },
  toekenning: over(
    { van: ['adviseur', 'onderzoeker', 'beheerder'], doel: 'aanmelden', bewaren: 'toekenning' },
    {
      id: 'kenmerk',
      account_id: 'kenmerk',
      // As whoever gave it called him.
      naam: NAAM,
      rol: 'gedrag',
      cohort_id: 'kenmerk',
      identiteiten: 'gedrag',
      reden: 'inhoud',
      verleend_door: 'kenmerk',
      verleend_op: 'gedrag',
      vervalt_op: 'gedrag',
      ingetrokken_op: 'gedrag',
    },
  ),
  uitnodiging: over(
    { van: IEDEREEN, doel: 'aanmelden', bewaren: 'toekenning' },
    {
      toekenning_id: 'kenmerk',
      contactpersoon_id: { soort: 'kenmerk', bewaren: 'proces' },
      gemaakt_door: { soort: 'kenmerk', bewaren: 'proces' },
      status: 'gedrag',
      pogingen: 'gedrag',
      volgende_poging_op: 'gedrag',
      geclaimd_op: 'gedrag',
      verzonden_op: 'gedrag',
      gemaakt_op: 'gedrag',
    },
  ),
  sessie: over(
    { van: IEDEREEN, doel: 'aanmelden', bewaren: 'sessie' },
    {
      id: 'kenmerk',
      account_id: 'kenmerk',
      sleutel_hash: 'kenmerk',
      rol: 'gedrag',
      via: 'gedrag',
      meerdere_factoren: 'gedrag',
      apparaat: 'kenmerk',
      begonnen_op: 'gedrag',
      gebruikt_op: 'gedrag',
      vervalt_op: 'gedrag',
      beeindigd_op: 'gedrag',
    },
  ),
  aanmeldpoging: over(
    { van: ['adviseur', 'onderzoeker', 'beheerder'], doel: 'aanmelden', bewaren: 'aanmeldpoging' },
    {
      sleutel_hash: 'kenmerk',
      staat: 'kenmerk',
      nonce: 'kenmerk',
      verifier: 'kenmerk',
      naar: 'gedrag',
      vervalt_op: 'gedrag',
    },
  ),
  aanmeldlink: over(
    { van: IEDEREEN, doel: 'aanmelden', bewaren: 'aanmeldlink' },
    {
      id: 'kenmerk',
      account_id: 'kenmerk',
      naar: 'gedrag',
      status: 'gedrag',
      pogingen: 'gedrag',
      volgende_poging_op: 'gedrag',
      sleutel_hash: 'kenmerk',
      gevraagd_op: 'gedrag',
      vervalt_op: 'gedrag',
      gebruikt_op: 'gedrag',
    },
  ),
  // Goes with the account, or when its owner or a beheerder removes it.
  passkey: over(
    { van: VAN_GEMEENTE, doel: 'aanmelden', bewaren: 'account' },
    {
      id: 'kenmerk',
      account_id: 'kenmerk',
      naam: 'inhoud',
      kenmerk: 'kenmerk',
      publieke_sleutel: 'kenmerk',
      teller: 'gedrag',
      transport: 'kenmerk',
      gemaakt_op: 'gedrag',
      gebruikt_op: 'gedrag',
    },
  ),
  passkey_vraag: over(
    { van: VAN_GEMEENTE, doel: 'aanmelden', bewaren: 'passkey-vraag' },
    {
      id: 'kenmerk',
      account_id: 'kenmerk',
      sessie_id: 'kenmerk',
      sleutel_hash: 'kenmerk',
      naar: 'gedrag',
      uitdaging: 'kenmerk',
      pogingen: 'gedrag',
      vervalt_op: 'gedrag',
    },
  ),
  accountbericht: over(
    { van: [...VAN_GEMEENTE, 'beheerder'], doel: 'aanmelden', bewaren: 'accountbericht' },
    {
      id: 'kenmerk',
      account_id: 'kenmerk',
      soort: 'gedrag',
      status: 'gedrag',
      pogingen: 'gedrag',
      volgende_poging_op: 'gedrag',
      gevraagd_op: 'gedrag',
      webhook_id: 'kenmerk',
      reden: 'gedrag',
      aan: EMAIL,
    },
  ),
  diensttoken: {
    ...over(
      { van: ['beheerder'], doel: 'aanmelden', bewaren: 'diensttoken' },
      { naam: 'inhoud', gemaakt_door: 'kenmerk', gemaakt_op: 'gedrag', gebruikt_op: 'gedrag' },
    ),
    ...zakelijk('id', 'account_id', 'sleutel_hash', 'rol', 'rechten', 'vervalt_op', 'ingetrokken_op'),
  },
  inzage: over(
    { van: ['beheerder'], doel: 'verantwoorden', bewaren: 'inzage' },
    {
      id: 'kenmerk',
      account_id: 'kenmerk',
      traject_id: 'kenmerk',
      reden: 'inhoud',
      begint_op: 'gedrag',
      vervalt_op: 'gedrag',
    },
  ),
  limiet: over(
    { van: IEDEREEN, doel: 'techniek', bewaren: 'limiet' },
    { key: 'kenmerk', points: 'gedrag', expire: 'gedrag' },
  ),
  idempotentie: over(
    { van: IEDEREEN, doel: 'techniek', bewaren: 'idempotentie' },
    {
      account_id: 'kenmerk',
      kenmerk: 'kenmerk',
      vingerafdruk: 'kenmerk',
      status: 'gedrag',
      // Sealed whole by the API, with a context of its own: it is no column of names.
      antwoord: 'inhoud',
      created_at: 'gedrag',
    },
  ),
  audit: {
    ...over(
      { van: IEDEREEN, doel: 'verantwoorden', bewaren: 'auditlog' },
      {
        op: 'gedrag',
        account_id: 'kenmerk',
        rol: 'gedrag',
        handeling: 'gedrag',
        onderwerp: 'kenmerk',
        reden: 'inhoud',
        inhoud: 'inhoud',
        herkomst_hash: 'kenmerk',
      },
    ),
    ...zakelijk('volgnummer', 'vorige_hash', 'hash'),
  },
  audit_herkomst: over(
    { van: IEDEREEN, doel: 'verantwoorden', bewaren: 'herkomst' },
    { volgnummer: 'kenmerk', zout: 'kenmerk', adres: 'netwerk' },
  ),
  wissingsverzoek: over(
    { van: IEDEREEN, doel: 'rechten', bewaren: 'wissingsverzoek' },
    {
      id: 'kenmerk',
      account_id: 'kenmerk',
      reden: 'inhoud',
      gevraagd_op: 'gedrag',
      afgehandeld_op: 'gedrag',
    },
  ),
  cohort: {
    ...over(
      { van: ['adviseur'], doel: 'begeleiden', bewaren: 'cohort-adviseur' },
      { adviseur_naam: NAAM, adviseur_email: EMAIL },
    ),
    ...over(
      { van: ['adviseur', 'beheerder'], doel: 'begeleiden', bewaren: 'proces' },
      { leider_account_id: 'kenmerk' },
    ),
    // A name that an adviseur thinks up.
    ...over(
      { van: IEDEREEN, doel: 'begeleiden', bewaren: 'proces' },
      { naam: { soort: 'inhoud', onderzoek: true } },
    ),
    ...zakelijk(
      'id',
      'sjabloon_sleutel',
      'sjabloon_versie',
      'startdatum',
      'status',
      'oefen_dagen_per_seconde',
    ),
    ...zakelijk(
      'klok_echt',
      'klok_domein',
      'klok_factor',
      'klok_versie',
      'kalender_versie',
      'rustperiodes',
      'gestart_op',
      'afgesloten_op',
    ),
    ...zakelijk('evaluatie', 'created_at', 'adviseur_versie', 'volgend_moment_op'),
  },
  // Of a gemeente; who works there follows only from contactpersoon.
  traject: {
    ...over({ van: ['adviseur'], doel: 'begeleiden', bewaren: 'proces' }, { adviseur_account_id: 'kenmerk' }),
    ...zakelijk('id', 'cohort_id', 'gemeente_code', 'pseudoniem', 'status', 'stap', 'volgend_moment_op'),
    ...zakelijk('uitkomst', 'uitkomst_invoer_id', 'uitkomst_op', 'afgerond_op', 'created_at'),
    ...zakelijk('sjabloon_versie', 'onderbroken_op', 'hervat_op', 'startdatum'),
  },
  contactpersoon: over(
    { van: VAN_GEMEENTE, doel: 'begeleiden', bewaren: 'contactpersoon' },
    {
      naam: NAAM,
      email: EMAIL,
      account_id: 'kenmerk',
      id: { soort: 'kenmerk', bewaren: 'proces' },
      traject_id: { soort: 'kenmerk', bewaren: 'proces' },
      cohort_id: { soort: 'kenmerk', bewaren: 'proces' },
      niveau: { soort: 'gedrag', bewaren: 'proces' },
      hoofdcontact: { soort: 'gedrag', bewaren: 'proces' },
      weekoverzicht: { soort: 'gedrag', bewaren: 'proces' },
      vertrekt_op: { soort: 'gedrag', bewaren: 'proces' },
      vervanger_id: { soort: 'kenmerk', bewaren: 'proces' },
      vervanger_van: { soort: 'gedrag', bewaren: 'proces' },
      vervanger_tot: { soort: 'gedrag', bewaren: 'proces' },
    },
  ),
  invoer: over(BIJ_TRAJECT, {
    id: { soort: 'kenmerk', onderzoek: true },
    traject_id: { soort: 'kenmerk', onderzoek: true },
    cohort_id: 'kenmerk',
    soort: VERLOOP,
    heeft_tekst: VERLOOP,
    onderwerp: 'kenmerk',
    inhoud: { soort: 'inhoud', bewaren: 'vrije-tekst' },
    door: 'gedrag',
    created_at: 'gedrag',
    account_id: { soort: 'kenmerk', bewaren: 'bij-account' },
    gewist_op: 'gedrag',
  }),
  stap: {
    ...over(BIJ_TRAJECT, { geopend_op: VERLOOP, ingeleverd_op: VERLOOP, goedgekeurd_op: VERLOOP }),
    ...zakelijk('traject_id', 'cohort_id', 'sleutel', 'volgnummer', 'status', 'gepland_op'),
    ...zakelijk('gepland_eindigt_op', 'opent_op', 'eindigt_op', 'sjabloon_versie'),
  },
  taak: {
    ...over(BIJ_TRAJECT, {
      uitvoerder: VERLOOP,
      status: VERLOOP,
      geopend_op: VERLOOP,
      ingediend_op: VERLOOP,
      invoer_id: { soort: 'kenmerk', onderzoek: true },
      akkoord_op: VERLOOP,
      keer: VERLOOP,
      teruggestuurd_op: VERLOOP,
      teruggestuurd_invoer_id: { soort: 'kenmerk', onderzoek: true },
    }),
    ...zakelijk('id', 'traject_id', 'cohort_id', 'stap', 'taak', 'gepland_open_op', 'gepland_vervalt_op'),
    ...zakelijk('opent_op', 'vervalt_op', 'akkoord_door', 'opdracht_id'),
  },
  taak_concept: over(
    { van: INVULLERS, doel: 'begeleiden', bewaren: 'concept' },
    { taak_id: 'kenmerk', inhoud: 'inhoud', versie: 'gedrag', bewaard_op: 'gedrag' },
  ),
  check_in: {
    ...over(BIJ_TRAJECT, {
      status: VERLOOP,
      datum: VERLOOP,
      invoer_id: { soort: 'kenmerk', onderzoek: true },
    }),
    ...zakelijk('traject_id', 'cohort_id', 'sleutel', 'stap', 'gepland_week_van', 'week_van'),
  },
  ...REGISTER_VAN_BIJEENKOMSTEN,
  ...REGISTER_VAN_VERLOOP,
  gebeurtenis_volgorde: zakelijk('gebeurtenis_id', 'volgnummer'),
  webhook: {
    ...over(
      { van: ['beheerder'], doel: 'koppelen', bewaren: 'bij-account' },
      {
        naam: 'inhoud',
        gemaakt_door: 'kenmerk',
        gemaakt_op: 'gedrag',
        geheim: { soort: 'kenmerk', verzegeld: true },
        vorig_geheim: { soort: 'kenmerk', verzegeld: true },
      },
    ),
    ...zakelijk('id', 'account_id', 'url', 'soorten', 'vorig_geheim_tot', 'status', 'reden', 'mislukt_sinds'),
    ...zakelijk('rust_tot', 'gewekt_op', 'ronde_tot', 'versie', 'token_id'),
  },
  webhook_levering: {
    // Which fact was told; who did it is not in it.
    ...over(
      { van: INVULLERS, doel: 'koppelen', bewaren: 'webhook-levering' },
      { gebeurtenis_id: 'kenmerk', gemaakt_op: 'gedrag' },
    ),
    ...zakelijk('id', 'webhook_id', 'aanleiding', 'status', 'pogingen', 'volgende_poging_op', 'verloop'),
    ...zakelijk('afgerond_op', 'volgnummer'),
  },
  gebeurtenis: {
    ...over(BIJ_TRAJECT, { op: 'gedrag', vastgelegd_op: 'gedrag', door: 'gedrag', inhoud: 'kenmerk' }),
    ...zakelijk('id', 'workflow_id', 'seq', 'cohort_id', 'traject_id', 'soort'),
  },
  gemeente: zakelijk(
    'code',
    'naam',
    'provincie_code',
    'provincie',
    'veiligheidsregio_code',
    'veiligheidsregio',
  ),
  sjabloon: zakelijk('sleutel', 'versie', 'titel', 'definitie', 'created_at'),
  // What advisers work on; it names nobody.
  sjabloon_concept: zakelijk(
    ...['sleutel', 'versie', 'titel', 'definitie', 'bewerking', 'created_at', 'gewijzigd_op'],
  ),
  bewaartermijn: zakelijk('regel', 'termijn'),
  migratie: zakelijk('id', 'timestamp', 'name'),
};
