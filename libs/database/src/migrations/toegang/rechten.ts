import { DATABASE_ROLLEN } from '../../toegang/database.rollen.js';

const { api, onderzoek, worker, systeem } = DATABASE_ROLLEN;

/** What the API may do with a table at all; row rules decide with which rows. */
const API = `
GRANT SELECT ON gemeente, sjabloon, stap, taak, check_in, gebeurtenis, bericht, audit, audit_herkomst TO ${api};
GRANT SELECT, INSERT ON cohort, contactpersoon, invoer, inzage TO ${api};
GRANT UPDATE (naam) ON cohort TO ${api};
GRANT SELECT, INSERT, DELETE ON traject TO ${api};
GRANT SELECT, INSERT, UPDATE ON taak_concept TO ${api};
GRANT SELECT, INSERT ON account TO ${api};
GRANT UPDATE (naam, oidc_issuer, oidc_subject, status) ON account TO ${api};
GRANT SELECT, INSERT ON toekenning TO ${api};
GRANT UPDATE (ingetrokken_op) ON toekenning TO ${api};
GRANT SELECT, INSERT ON sessie TO ${api};
GRANT UPDATE (rol, gebruikt_op, beeindigd_op) ON sessie TO ${api};
GRANT SELECT, INSERT, DELETE ON aanmeldpoging TO ${api};
GRANT SELECT, INSERT ON aanmeldlink TO ${api};
GRANT UPDATE (gebruikt_op) ON aanmeldlink TO ${api};
GRANT SELECT, INSERT ON diensttoken TO ${api};
GRANT UPDATE (gebruikt_op, ingetrokken_op) ON diensttoken TO ${api};
GRANT SELECT, INSERT, UPDATE, DELETE ON limiet TO ${api};
`;

/**
 * Columns that name nobody. A query for one that is not here is refused by the database, whoever wrote it. Sessions are
 * there to log in and out; the row rules show one's own only.
 */
const ONDERZOEK = `
GRANT SELECT ON sjabloon, gemeente, stap, check_in TO ${onderzoek};
GRANT SELECT (id, naam, sjabloon_sleutel, sjabloon_versie, startdatum, status, oefen_dagen_per_seconde, klok_echt,
  klok_domein, klok_factor, klok_versie, gestart_op, afgesloten_op, evaluatie, created_at) ON cohort TO ${onderzoek};
GRANT SELECT (id, cohort_id, pseudoniem, status, stap, volgend_moment_op, uitkomst, uitkomst_invoer_id, uitkomst_op,
  afgerond_op) ON traject TO ${onderzoek};
GRANT SELECT ON taak TO ${onderzoek};
GRANT SELECT (id, traject_id, soort, heeft_tekst) ON invoer TO ${onderzoek};
GRANT SELECT (id, cohort_id, traject_id, soort, stap, onderwerp, aan, status, op, pogingen, verzonden_op, oefen)
  ON bericht TO ${onderzoek};
GRANT SELECT, INSERT ON sessie TO ${onderzoek};
GRANT UPDATE (rol, gebruikt_op, beeindigd_op) ON sessie TO ${onderzoek};
GRANT SELECT (id, account_id), UPDATE (gebruikt_op) ON diensttoken TO ${onderzoek};
`;

/** What the activities do, and nothing else: no answers, no accounts' rights, no sessions, no removal. */
const WORKER = `
GRANT SELECT ON gemeente, sjabloon, cohort, traject, contactpersoon, stap, taak, check_in, gebeurtenis, bericht TO ${worker};
GRANT UPDATE (status, gestart_op, afgesloten_op, evaluatie, klok_echt, klok_domein, klok_factor, klok_versie)
  ON cohort TO ${worker};
GRANT UPDATE (status, stap, volgend_moment_op, uitkomst, uitkomst_invoer_id, uitkomst_op, afgerond_op)
  ON traject TO ${worker};
GRANT INSERT, UPDATE ON stap, taak, check_in, bericht TO ${worker};
GRANT INSERT ON gebeurtenis TO ${worker};
GRANT SELECT (id, naam, email, status) ON account TO ${worker};
GRANT SELECT ON aanmeldlink TO ${worker};
GRANT UPDATE (status, pogingen, volgende_poging_op, sleutel_hash) ON aanmeldlink TO ${worker};
`;

const SYSTEEM = `
GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${systeem};
GRANT INSERT ON account, toekenning, sessie, diensttoken, audit, audit_herkomst TO ${systeem};
GRANT UPDATE ON account, toekenning, sessie, diensttoken, contactpersoon, cohort TO ${systeem};
GRANT DELETE ON audit_herkomst TO ${systeem};
`;

export const TABELRECHTEN = [API, ONDERZOEK, WORKER, SYSTEEM].join('\n');

export const TABELRECHTEN_WEG = `REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${api}, ${onderzoek}, ${worker}, ${systeem};`;
