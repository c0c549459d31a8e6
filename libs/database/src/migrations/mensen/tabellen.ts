import { MAX_VERVANGING_DAGEN } from '@maatwerktraject/domain';
import { DATABASE_ROLLEN } from '../../toegang/database.rollen.js';

const { api, systeem } = DATABASE_ROLLEN;

const BERICHTSTATUSSEN = ['wacht', 'bezig', 'verzonden', 'mislukt', 'onbekend', 'vervallen', 'overgeslagen'];
const statussen = (alle: readonly string[]): string => `
ALTER TABLE bericht DROP CONSTRAINT bericht_status_check,
  ADD CONSTRAINT bericht_status_check CHECK (status IN (${alle.map((een) => `'${een}'`).join(', ')}));`;

/**
 * `vertrekt_op`: the first day on which somebody is not there any more. A vervanger is of the same traject. The day is that
 * of the cohort, which may practise. An invitation is about a grant, or about being a contactpersoon.
 */
export const TABELLEN = `
ALTER TABLE contactpersoon
  ADD weekoverzicht boolean NOT NULL DEFAULT true,
  ADD vertrekt_op date,
  ADD vervanger_id uuid,
  ADD vervanger_van date,
  ADD vervanger_tot date,
  ADD CONSTRAINT contactpersoon_van_traject UNIQUE (id, traject_id),
  ADD CONSTRAINT contactpersoon_vervanger FOREIGN KEY (vervanger_id, traject_id) REFERENCES contactpersoon (id, traject_id),
  ADD CONSTRAINT contactpersoon_vervanging CHECK (
    num_nonnulls(vervanger_id, vervanger_van, vervanger_tot) IN (0, 3) AND vervanger_id IS DISTINCT FROM id
    AND vervanger_tot >= vervanger_van AND vervanger_tot - vervanger_van < ${String(MAX_VERVANGING_DAGEN)}),
  ADD CONSTRAINT contactpersoon_hoofdcontact_blijft CHECK (NOT hoofdcontact OR vertrekt_op IS NULL);
CREATE INDEX contactpersoon_vervangers ON contactpersoon (vervanger_id) WHERE vervanger_id IS NOT NULL;
ALTER TABLE traject ADD adviseur_account_id uuid REFERENCES account (id);
ALTER TABLE cohort ADD leider_account_id uuid REFERENCES account (id);
ALTER TABLE bericht ADD namens_id uuid REFERENCES contactpersoon (id);
${statussen([...BERICHTSTATUSSEN, 'samengevoegd'])}
ALTER TABLE uitnodiging DROP CONSTRAINT uitnodiging_pkey;
ALTER TABLE uitnodiging ALTER toekenning_id DROP NOT NULL,
  ADD CONSTRAINT uitnodiging_toekenning UNIQUE (toekenning_id),
  ADD contactpersoon_id uuid CONSTRAINT uitnodiging_contactpersoon UNIQUE REFERENCES contactpersoon (id) ON DELETE CASCADE,
  ADD gemaakt_door uuid REFERENCES account (id),
  ADD CONSTRAINT uitnodiging_waarover CHECK (num_nonnulls(toekenning_id, contactpersoon_id) = 1);
DROP POLICY uitnodiging_select_api ON uitnodiging;
CREATE POLICY uitnodiging_select_api ON uitnodiging FOR SELECT TO ${api}
  USING (EXISTS (SELECT FROM toekenning k WHERE k.id = uitnodiging.toekenning_id)
    OR huidige_rol() = 'adviseur' AND EXISTS (SELECT FROM contactpersoon p WHERE p.id = uitnodiging.contactpersoon_id));
GRANT SELECT (contactpersoon_id) ON uitnodiging TO ${api};
GRANT INSERT ON contactpersoon TO ${systeem};
GRANT UPDATE (adviseur_account_id) ON traject TO ${systeem};
GRANT UPDATE (contactpersoon_id, namens_id) ON bericht TO ${systeem};`;

export const TABELLEN_WEG = `
REVOKE UPDATE (contactpersoon_id, namens_id) ON bericht FROM ${systeem};
REVOKE UPDATE (adviseur_account_id) ON traject FROM ${systeem};
REVOKE INSERT ON contactpersoon FROM ${systeem};
REVOKE SELECT (contactpersoon_id) ON uitnodiging FROM ${api};
DROP POLICY uitnodiging_select_api ON uitnodiging;
CREATE POLICY uitnodiging_select_api ON uitnodiging FOR SELECT TO ${api}
  USING (EXISTS (SELECT FROM toekenning k WHERE k.id = uitnodiging.toekenning_id));
SET ROLE ${systeem};
UPDATE bericht SET status = 'overgeslagen' WHERE status = 'samengevoegd';
RESET ROLE;
-- What was mailed to a contactpersoon has no place any more.
ALTER TABLE uitnodiging DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY;
DELETE FROM uitnodiging WHERE toekenning_id IS NULL;
ALTER TABLE uitnodiging ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY,
  DROP contactpersoon_id, DROP gemaakt_door, DROP CONSTRAINT uitnodiging_toekenning;
ALTER TABLE uitnodiging ADD PRIMARY KEY (toekenning_id);
${statussen(BERICHTSTATUSSEN)}
ALTER TABLE bericht DROP namens_id;
ALTER TABLE cohort DROP leider_account_id;
ALTER TABLE traject DROP adviseur_account_id;
DROP INDEX contactpersoon_vervangers;
ALTER TABLE contactpersoon DROP CONSTRAINT contactpersoon_hoofdcontact_blijft, DROP CONSTRAINT contactpersoon_vervanging,
  DROP CONSTRAINT contactpersoon_vervanger, DROP CONSTRAINT contactpersoon_van_traject,
  DROP weekoverzicht, DROP vertrekt_op, DROP vervanger_id, DROP vervanger_van, DROP vervanger_tot;`;
