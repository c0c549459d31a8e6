import { DATABASE_ROLLEN } from '../../toegang/database.rollen.js';

const { api, onderzoek, worker, systeem } = DATABASE_ROLLEN;

const TABELLEN = ['bijeenkomst', 'bijeenkomst_inhoud', 'genodigde', 'voorwaarde', 'agendabericht'] as const;

const IN_MIJN_COHORT = 'cohort_id = ANY ((SELECT mijn_cohorten())::uuid[])';
const ADVISEUR = `huidige_rol() = 'adviseur' AND ${IN_MIJN_COHORT}`;
const VOOR_GEMEENTE = (id: string): string =>
  `huidige_rol() = 'gemeente' AND ${id} = ANY ((SELECT mijn_bijeenkomsten())::uuid[])`;

/** Which rows exist for whom. A proposal is nobody's: who asks for it writes it, and reads what the process made of it. */
const REGELS: readonly (readonly [(typeof TABELLEN)[number], 'SELECT' | 'INSERT', string])[] = [
  ['bijeenkomst', 'SELECT', `status <> 'voorstel' AND (${IN_MIJN_COHORT} OR (${VOOR_GEMEENTE('id')}))`],
  ['bijeenkomst', 'INSERT', `${ADVISEUR} AND status = 'voorstel'`],
  ['bijeenkomst_inhoud', 'SELECT', `${IN_MIJN_COHORT} OR (${VOOR_GEMEENTE('bijeenkomst_id')})`],
  ['bijeenkomst_inhoud', 'INSERT', `(${ADVISEUR}) OR (${IN_MIJN_COHORT} AND leidt(bijeenkomst_id))`],
  [
    'genodigde',
    'SELECT',
    `${IN_MIJN_COHORT} OR (huidige_rol() = 'gemeente' AND traject_id = ANY ((SELECT mijn_trajecten())::uuid[]))`,
  ],
  ['genodigde', 'INSERT', `${ADVISEUR} AND NOT uitgenodigd`],
  ['voorwaarde', 'SELECT', IN_MIJN_COHORT],
  ['agendabericht', 'SELECT', ADVISEUR],
];

const RECHTEN = `
GRANT SELECT, INSERT ON bijeenkomst, bijeenkomst_inhoud, genodigde TO ${api};
GRANT SELECT ON voorwaarde TO ${api};
GRANT SELECT (id, cohort_id, bijeenkomst_id, genodigde_id, soort, status, verzonden_op) ON agendabericht TO ${api};
-- Without the notes, which may name people, and without who was invited; the facilitator asks for the notes by a function.
GRANT SELECT (id, cohort_id, soort, status, begint_op, eindigt_op, inhoud_id, herinnering_werkdagen, versie)
  ON bijeenkomst TO ${onderzoek};
GRANT SELECT, INSERT ON bijeenkomst_inhoud TO ${onderzoek};
GRANT SELECT (id, bijeenkomst_id, cohort_id, traject_id, rol, uitgenodigd, aanwezig) ON genodigde TO ${onderzoek};
GRANT SELECT ON voorwaarde TO ${onderzoek};
GRANT SELECT (startdatum) ON traject TO ${onderzoek};
GRANT SELECT (volgend_moment_op) ON cohort TO ${onderzoek};
GRANT SELECT ON bijeenkomst, bijeenkomst_inhoud, genodigde, voorwaarde, agendabericht TO ${worker};
GRANT UPDATE (status, begint_op, eindigt_op, inhoud_id, herinnering_werkdagen, versie, volgnummer) ON bijeenkomst TO ${worker};
GRANT UPDATE (uitgenodigd) ON genodigde TO ${worker};
GRANT SELECT, INSERT, UPDATE ON voorwaarde TO ${worker};
GRANT INSERT, UPDATE ON agendabericht TO ${worker};
GRANT UPDATE (volgend_moment_op) ON cohort TO ${worker};
GRANT SELECT ON bijeenkomst, bijeenkomst_inhoud, genodigde, voorwaarde, agendabericht TO ${systeem};
GRANT UPDATE (status, verslag, versie) ON bijeenkomst TO ${systeem};
GRANT UPDATE (aanwezig, naam, email) ON genodigde TO ${systeem};`;

/** A gemeente joins a cohort that runs, with a start of its own; until then nothing of it runs. */
const LATE_DEELNEMER = `
CREATE POLICY traject_insert_later ON traject FOR INSERT TO ${api}
  WITH CHECK (startdatum IS NOT NULL AND status = 'gepland' AND ${ADVISEUR}
    AND EXISTS (SELECT FROM cohort c WHERE c.id = traject.cohort_id AND c.status = 'lopend'));
CREATE POLICY contactpersoon_insert_later ON contactpersoon FOR INSERT TO ${api}
  WITH CHECK (huidige_rol() = 'adviseur' AND EXISTS (SELECT FROM traject t JOIN cohort c ON c.id = t.cohort_id
    WHERE t.id = contactpersoon.traject_id AND t.status = 'gepland' AND t.startdatum IS NOT NULL AND c.status = 'lopend'));`;

export const RIJREGELS = [
  ...TABELLEN.map((tabel) => `ALTER TABLE ${tabel} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;`),
  ...REGELS.map(
    ([tabel, wat, wie]) =>
      `CREATE POLICY ${tabel}_${wat.toLowerCase()}_api ON ${tabel} FOR ${wat} TO ${api}, ${onderzoek}
        ${wat === 'INSERT' ? 'WITH CHECK' : 'USING'} (${wie});`,
  ),
  ...[worker, systeem].flatMap((voor) =>
    TABELLEN.map(
      (tabel) =>
        `CREATE POLICY ${tabel}_all_${voor.replace('maatwerktraject_', '')} ON ${tabel} FOR ALL TO ${voor} USING (true) WITH CHECK (true);`,
    ),
  ),
  RECHTEN,
  LATE_DEELNEMER,
].join('\n');

/** The rules of the tables go with the tables. */
export const RIJREGELS_WEG = `
DROP POLICY contactpersoon_insert_later ON contactpersoon;
DROP POLICY traject_insert_later ON traject;`;
