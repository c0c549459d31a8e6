import { DATABASE_ROLLEN } from '../../toegang/database.rollen.js';

const { api, worker, systeem } = DATABASE_ROLLEN;

const EERDER = [
  ...['wacht', 'bezig', 'verzonden', 'mislukt', 'onbekend', 'vervallen', 'overgeslagen'],
  'samengevoegd',
];
const statussen = (alle: readonly string[]): string => `
ALTER TABLE bericht DROP CONSTRAINT bericht_status_check,
  ADD CONSTRAINT bericht_status_check CHECK (status IN (${alle.map((een) => `'${een}'`).join(', ')}));`;

const VAN_MIJ = `huidige_rol() = 'adviseur' AND cohort_id = ANY ((SELECT mijn_cohorten())::uuid[])`;

/**
 * One row an attempt; what the server said is sealed, for it names addresses, also others than that of the mail. `cohort_id`
 * comes from the mail, by whoever writes the row. `nagekomen`: what a mail server said of this attempt later on.
 *
 * Whose address does not work: of an account, wherever that is contactpersoon; of a contactpersoon without one; or of the
 * adviseur whom a cohort names. `oefen`: what happens to practice mail says nothing about the real mail of the same person.
 */
export const TABELLEN = `
${statussen([...EERDER, 'aangehouden'])}
CREATE TABLE adresprobleem (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account_id uuid REFERENCES account (id),
  contactpersoon_id uuid REFERENCES contactpersoon (id) ON DELETE CASCADE,
  cohort_id uuid REFERENCES cohort (id),
  oefen boolean NOT NULL,
  bericht_id uuid REFERENCES bericht (id) ON DELETE SET NULL,
  sinds timestamptz NOT NULL DEFAULT now(),
  bron text NOT NULL CHECK (bron IN ('geweigerd', 'teruggekomen')),
  code text NOT NULL,
  woorden text NOT NULL,
  opgelost_op timestamptz,
  opgelost_door uuid REFERENCES account (id),
  oplossing text CHECK (oplossing IN ('opnieuw', 'adres-gewijzigd', 'adviseur-gewisseld', 'gewist')),
  CHECK (num_nonnulls(account_id, contactpersoon_id, cohort_id) = 1),
  CHECK ((opgelost_op IS NULL) = (oplossing IS NULL)),
  CHECK (opgelost_door IS NULL OR opgelost_op IS NOT NULL)
);
CREATE UNIQUE INDEX adresprobleem_een_open
  ON adresprobleem (coalesce(account_id, contactpersoon_id, cohort_id), oefen) WHERE opgelost_op IS NULL;
CREATE INDEX ON adresprobleem (account_id);
CREATE INDEX ON adresprobleem (bericht_id);
ALTER TABLE bericht ADD geclaimd_op timestamptz,
  ADD gespreid_tot timestamptz,
  ADD regel text,
  ADD herleiding jsonb,
  ADD adresprobleem_id uuid REFERENCES adresprobleem (id) ON DELETE SET NULL;
CREATE INDEX bericht_message_id ON bericht (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX bericht_aangehouden ON bericht (adresprobleem_id) WHERE adresprobleem_id IS NOT NULL;
CREATE TABLE bericht_poging (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  bericht_id uuid NOT NULL REFERENCES bericht (id) ON DELETE CASCADE,
  cohort_id uuid NOT NULL,
  nummer integer NOT NULL,
  begonnen_op timestamptz NOT NULL,
  geeindigd_op timestamptz NOT NULL,
  uitkomst text NOT NULL CHECK (uitkomst IN ('verzonden', 'mislukt-later', 'mislukt', 'onbekend')),
  antwoord text NOT NULL,
  nagekomen text,
  nagekomen_op timestamptz,
  UNIQUE (bericht_id, nummer)
);
ALTER TABLE bericht_poging ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE adresprobleem ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY bericht_poging_select_api ON bericht_poging FOR SELECT TO ${api} USING (${VAN_MIJ});
CREATE POLICY bericht_poging_all_worker ON bericht_poging FOR ALL TO ${worker} USING (true) WITH CHECK (true);
CREATE POLICY bericht_poging_all_systeem ON bericht_poging FOR ALL TO ${systeem} USING (true) WITH CHECK (true);
-- Who sees the contactpersoon: the rules of that table hold here too.
CREATE POLICY adresprobleem_select_api ON adresprobleem FOR SELECT TO ${api}
  USING ((${VAN_MIJ}) OR (huidige_rol() = 'adviseur' AND EXISTS (
    SELECT FROM contactpersoon p WHERE p.id = adresprobleem.contactpersoon_id OR p.account_id = adresprobleem.account_id)));
CREATE POLICY adresprobleem_all_worker ON adresprobleem FOR ALL TO ${worker} USING (true) WITH CHECK (true);
CREATE POLICY adresprobleem_all_systeem ON adresprobleem FOR ALL TO ${systeem} USING (true) WITH CHECK (true);
GRANT SELECT ON bericht_poging, adresprobleem TO ${api};
GRANT INSERT ON bericht_poging TO ${worker};
GRANT SELECT (id, account_id, contactpersoon_id, cohort_id, oefen, opgelost_op) ON adresprobleem TO ${worker};
GRANT SELECT, INSERT, UPDATE, DELETE ON bericht_poging, adresprobleem TO ${systeem};
GRANT UPDATE (verzonden_op, volgende_poging_op, adresprobleem_id) ON bericht TO ${systeem};
`;

export const TABELLEN_WEG = `
REVOKE UPDATE (verzonden_op, volgende_poging_op, adresprobleem_id) ON bericht FROM ${systeem};
SET ROLE ${systeem};
UPDATE bericht SET status = 'mislukt' WHERE status = 'aangehouden';
RESET ROLE;
DROP TABLE bericht_poging;
ALTER TABLE bericht DROP adresprobleem_id, DROP herleiding, DROP regel, DROP gespreid_tot, DROP geclaimd_op;
DROP INDEX bericht_message_id;
DROP TABLE adresprobleem;
${statussen(EERDER)}
`;
