import { DATABASE_ROLLEN } from '../../toegang/database.rollen.js';

const { api, onderzoek, worker, systeem } = DATABASE_ROLLEN;

/** Tables with rows of somebody. The rest (gemeente, sjabloon) is for everyone; `limiet` holds counters alone. */
const MET_RIJREGELS = [
  ...['cohort', 'traject', 'contactpersoon', 'invoer', 'stap', 'taak', 'taak_concept', 'check_in'],
  ...['gebeurtenis', 'bericht', 'account', 'toekenning', 'sessie', 'aanmeldpoging', 'aanmeldlink'],
  ...['diensttoken', 'inzage', 'audit', 'audit_herkomst'],
] as const;
type Tabel = (typeof MET_RIJREGELS)[number];

/** Tables of which the worker sees all rows; what it may do with them is in its grants. */
const VAN_WORKER: readonly Tabel[] = [
  ...(['cohort', 'traject', 'contactpersoon', 'stap', 'taak', 'check_in', 'gebeurtenis', 'bericht'] as const),
  ...(['account', 'aanmeldlink'] as const),
];

const rol = (...rollen: string[]): string =>
  rollen.length === 1
    ? `huidige_rol() = '${rollen[0] ?? ''}'`
    : `huidige_rol() IN (${rollen.map((een) => `'${een}'`).join(', ')})`;
// As a sub-select they are worked out once per query, not once per row.
const MIJN_COHORTEN = '(SELECT mijn_cohorten())::uuid[]';
const MIJN_TRAJECTEN = '(SELECT mijn_trajecten())::uuid[]';
const IK = '(SELECT huidig_account())';
// The rule of the traject itself, for its rows.
const MIJN_TRAJECT = `(cohort_id = ANY (${MIJN_COHORTEN}) OR traject_id = ANY (${MIJN_TRAJECTEN}))`;
const CONCEPT_VAN_MIJ = (cohortId: string): string =>
  `EXISTS (SELECT FROM cohort c WHERE c.id = ${cohortId} AND c.status = 'concept') AND ${rol('adviseur')}`;

/** Which rows exist for whom, per table and operation. What is not here, is refused. */
const REGELS: Readonly<Partial<Record<Tabel, Readonly<Record<string, string>>>>> = {
  cohort: {
    SELECT: `id = ANY (${MIJN_COHORTEN}) OR ${rol('beheerder')}
      OR (${rol('gemeente')} AND id = ANY ((SELECT cohorten_van_mijn_trajecten())::uuid[]))`,
    INSERT: `${rol('adviseur')} AND status = 'concept'`,
    UPDATE: `id = ANY (${MIJN_COHORTEN}) AND ${rol('adviseur')}`,
  },
  traject: {
    SELECT: `cohort_id = ANY (${MIJN_COHORTEN}) OR id = ANY (${MIJN_TRAJECTEN})`,
    INSERT: CONCEPT_VAN_MIJ('cohort_id'),
    DELETE: CONCEPT_VAN_MIJ('cohort_id'),
  },
  contactpersoon: {
    SELECT: `${rol('adviseur', 'gemeente', 'beheerder')} AND ${MIJN_TRAJECT}`,
    INSERT: `EXISTS (SELECT FROM traject t JOIN cohort c ON c.id = t.cohort_id
      WHERE t.id = contactpersoon.traject_id AND c.status = 'concept') AND ${rol('adviseur')}`,
  },
  stap: { SELECT: MIJN_TRAJECT },
  taak: { SELECT: MIJN_TRAJECT },
  check_in: { SELECT: MIJN_TRAJECT },
  invoer: {
    // A gemeente reads answers, not the adviseur's notes: its own niveau, and all of them as hoofdcontact.
    SELECT: `${MIJN_TRAJECT} AND (${rol('adviseur', 'onderzoeker', 'beheerder')}
      OR (soort = 'antwoord' AND (account_id = ${IK} OR is_hoofdcontact(traject_id)
        OR doet_taak(traject_id, split_part(onderwerp, '.', 4)))))`,
    INSERT: `account_id = ${IK} AND ${MIJN_TRAJECT} AND (${rol('adviseur')}
      OR (soort = 'antwoord' AND doet_taak(traject_id, split_part(onderwerp, '.', 4))))`,
  },
  taak_concept: {
    ALL: `EXISTS (SELECT FROM taak ta WHERE ta.id = taak_concept.taak_id
      AND (doet_taak(ta.traject_id, ta.uitvoerder) OR (${rol('adviseur')} AND ta.uitvoerder = 'adviseur')))`,
  },
  gebeurtenis: { SELECT: `${rol('adviseur')} AND cohort_id = ANY (${MIJN_COHORTEN})` },
  bericht: { SELECT: `${rol('adviseur', 'onderzoeker')} AND cohort_id = ANY (${MIJN_COHORTEN})` },
  account: {
    SELECT: `id = ${IK} OR ${rol('beheerder', 'aanmelding')}
      OR (${rol('adviseur')} AND EXISTS (SELECT FROM toekenning k WHERE k.account_id = account.id))`,
    INSERT: rol('beheerder'),
    UPDATE: rol('beheerder', 'aanmelding'),
  },
  toekenning: {
    SELECT: `account_id = ${IK} OR ${rol('beheerder')} OR (${rol('adviseur')} AND cohort_id = ANY (${MIJN_COHORTEN}))`,
    INSERT: `verleend_door = ${IK} AND (${rol('beheerder')}
      OR (${rol('adviseur')} AND rol IN ('adviseur', 'onderzoeker') AND cohort_id = ANY (${MIJN_COHORTEN})))`,
    UPDATE: `${rol('beheerder')} OR (${rol('adviseur')} AND cohort_id = ANY (${MIJN_COHORTEN}))`,
  },
  sessie: {
    SELECT: `account_id = ${IK} OR ${rol('beheerder')}`,
    INSERT: `account_id = ${IK}`,
    UPDATE: `account_id = ${IK} OR ${rol('beheerder')}`,
  },
  aanmeldpoging: { ALL: rol('aanmelding') },
  aanmeldlink: { ALL: rol('aanmelding') },
  diensttoken: {
    SELECT: `account_id = ${IK} OR ${rol('beheerder')}`,
    INSERT: rol('beheerder'),
    UPDATE: `account_id = ${IK} OR ${rol('beheerder')}`,
  },
  inzage: {
    SELECT: rol('beheerder'),
    INSERT: `${rol('beheerder')} AND account_id = ${IK} AND vervalt_op <= now() + interval '4 hours'`,
  },
  audit: { SELECT: rol('beheerder') },
  audit_herkomst: { SELECT: rol('beheerder') },
};

const naam = (tabel: Tabel, wat: string, voor: string): string =>
  `${tabel}_${wat.toLowerCase()}_${voor.replace('maatwerktraject_', '')}`;

function regel(tabel: Tabel, wat: string, wie: string): string {
  const nieuw = wat === 'INSERT' ? `WITH CHECK (${wie})` : `USING (${wie})`;
  // An onderzoeker acts under a role with fewer columns, and the same rows.
  return `CREATE POLICY ${naam(tabel, wat, 'api')} ON ${tabel} FOR ${wat} TO ${api}, ${onderzoek} ${nieuw};`;
}

const alles = (tabel: Tabel, voor: string): string =>
  `CREATE POLICY ${naam(tabel, 'all', voor)} ON ${tabel} FOR ALL TO ${voor} USING (true) WITH CHECK (true);`;

export const RIJREGELS = [
  ...MET_RIJREGELS.map(
    (tabel) => `ALTER TABLE ${tabel} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;`,
  ),
  ...MET_RIJREGELS.flatMap((tabel) =>
    Object.entries(REGELS[tabel] ?? {}).map(([wat, wie]) => regel(tabel, wat, wie)),
  ),
  ...VAN_WORKER.map((tabel) => alles(tabel, worker)),
  ...MET_RIJREGELS.map((tabel) => alles(tabel, systeem)),
].join('\n');

export const RIJREGELS_WEG = [
  ...MET_RIJREGELS.flatMap((tabel) => [
    ...Object.keys(REGELS[tabel] ?? {}).map((wat) => `DROP POLICY ${naam(tabel, wat, 'api')} ON ${tabel};`),
    ...(VAN_WORKER.includes(tabel) ? [`DROP POLICY ${naam(tabel, 'all', worker)} ON ${tabel};`] : []),
    `DROP POLICY ${naam(tabel, 'all', systeem)} ON ${tabel};`,
  ]),
  ...MET_RIJREGELS.map(
    (tabel) => `ALTER TABLE ${tabel} DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY;`,
  ),
].join('\n');
