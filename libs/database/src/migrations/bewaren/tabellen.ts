import { DATABASE_ROLLEN } from '../../toegang/database.rollen.js';

const { api, systeem } = DATABASE_ROLLEN;

/**
 * `bewaartermijn` holds the terms of the domain, filled at each migration: the worker can ask for a rule to be carried
 * out, and cannot make its term shorter. A rule that is not in it removes nothing.
 */
export const TABELLEN = `
CREATE TABLE bewaartermijn (
  regel text PRIMARY KEY,
  termijn interval NOT NULL CHECK (termijn > interval '0')
);
GRANT SELECT ON bewaartermijn TO ${systeem};
CREATE TABLE wissingsverzoek (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account_id uuid NOT NULL REFERENCES account (id),
  reden text NOT NULL,
  gevraagd_op timestamptz NOT NULL DEFAULT now(),
  afgehandeld_op timestamptz
);
CREATE UNIQUE INDEX wissingsverzoek_een_open ON wissingsverzoek (account_id) WHERE afgehandeld_op IS NULL;
ALTER TABLE wissingsverzoek ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY wissingsverzoek_select_api ON wissingsverzoek FOR SELECT TO ${api} USING (huidige_rol() = 'beheerder');
CREATE POLICY wissingsverzoek_all_systeem ON wissingsverzoek FOR ALL TO ${systeem} USING (true) WITH CHECK (true);
GRANT SELECT ON wissingsverzoek TO ${api};
CREATE POLICY idempotentie_all_systeem ON idempotentie FOR ALL TO ${systeem} USING (true) WITH CHECK (true);
-- When a cohort was closed in real time: its own moment may be that of an oefenklok.
CREATE INDEX gebeurtenis_cohort_afgesloten ON gebeurtenis (cohort_id) WHERE soort = 'cohort-afgesloten';
CREATE INDEX ON audit (op);
CREATE INDEX audit_over_account ON audit ((inhoud ->> 'accountId'));
ALTER TABLE invoer ADD gewist_op timestamptz;
GRANT SELECT, DELETE ON idempotentie TO ${systeem};
GRANT SELECT, INSERT, DELETE ON wissingsverzoek TO ${systeem};
GRANT DELETE ON sessie, aanmeldlink, aanmeldpoging, limiet, diensttoken, inzage, toekenning, taak_concept TO ${systeem};
GRANT UPDATE (inhoud, gewist_op) ON invoer TO ${systeem};
GRANT UPDATE (status, toelichting) ON bericht TO ${systeem};
GRANT UPDATE (afgehandeld_op, reden) ON wissingsverzoek TO ${systeem};
`;

export const TABELLEN_WEG = `
REVOKE UPDATE (status, toelichting) ON bericht FROM ${systeem};
REVOKE UPDATE (inhoud, gewist_op) ON invoer FROM ${systeem};
REVOKE DELETE ON sessie, aanmeldlink, aanmeldpoging, limiet, diensttoken, inzage, toekenning, taak_concept FROM ${systeem};
REVOKE SELECT, DELETE ON idempotentie FROM ${systeem};
ALTER TABLE invoer DROP gewist_op;
DROP INDEX audit_over_account, audit_op_idx, gebeurtenis_cohort_afgesloten;
DROP POLICY idempotentie_all_systeem ON idempotentie;
DROP TABLE wissingsverzoek, bewaartermijn;
`;
