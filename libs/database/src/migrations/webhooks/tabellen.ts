import { DATABASE_ROLLEN } from '../../toegang/database.rollen.js';

const { api, worker, systeem } = DATABASE_ROLLEN;

const TABEL = `
-- IDs of facts are given before they are committed, so that a lower one can appear later. These numbers follow the order
-- in which facts became visible: who has read up to one of them has missed nothing.
CREATE TABLE gebeurtenis_volgorde (
  gebeurtenis_id bigint PRIMARY KEY REFERENCES gebeurtenis (id),
  volgnummer bigint UNIQUE
);
CREATE INDEX gebeurtenis_zonder_volgnummer ON gebeurtenis_volgorde (gebeurtenis_id) WHERE volgnummer IS NULL;
-- ronde_tot: a round of deliveries is at work, until then at most.
-- token_id: with which a service made it, or last set it going or changed what goes where; null: a beheerder did. Not a
-- reference: a token that is gone after its time is as good as withdrawn, and must not look like a beheerder.
-- Columns with a secret hold ciphertext (ADR 0010). soorten: kinds of facts, as in the table of facts.
CREATE TABLE webhook (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account_id uuid NOT NULL REFERENCES account (id),
  naam text NOT NULL,
  url text NOT NULL,
  soorten text[] NOT NULL CHECK (cardinality(soorten) > 0),
  geheim text NOT NULL,
  vorig_geheim text,
  vorig_geheim_tot timestamptz,
  status text NOT NULL DEFAULT 'actief' CHECK (status IN ('actief', 'gepauzeerd', 'beeindigd')),
  reden text CHECK (reden IN ('op-verzoek', 'steeds-mislukt', 'ontvanger-stopt',
    'dienst-geblokkeerd', 'token-ingetrokken', 'token-verlopen', 'geen-toegang')),
  mislukt_sinds timestamptz,
  rust_tot timestamptz,
  gewekt_op timestamptz,
  ronde_tot timestamptz,
  versie integer NOT NULL DEFAULT 1,
  token_id uuid,
  gemaakt_door uuid REFERENCES account (id),
  gemaakt_op timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ON webhook (account_id);
-- volgnummer: of its fact; a copy, so that the next one to send is found by an index.
-- verloop: one entry an attempt, {op, status, duurMs, fout}. Without a fact: a test.
CREATE TABLE webhook_levering (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  webhook_id uuid NOT NULL REFERENCES webhook (id) ON DELETE CASCADE,
  gebeurtenis_id bigint REFERENCES gebeurtenis (id),
  volgnummer bigint,
  aanleiding text NOT NULL CHECK (aanleiding IN ('gebeurtenis', 'test', 'herhaling')),
  status text NOT NULL DEFAULT 'wacht' CHECK (status IN ('wacht', 'afgeleverd', 'mislukt', 'vervallen')),
  pogingen integer NOT NULL DEFAULT 0,
  volgende_poging_op timestamptz NOT NULL DEFAULT clock_timestamp(),
  verloop jsonb NOT NULL DEFAULT '[]',
  gemaakt_op timestamptz NOT NULL DEFAULT clock_timestamp(),
  afgerond_op timestamptz,
  CHECK ((gebeurtenis_id IS NULL) = (aanleiding = 'test'))
);
CREATE INDEX webhook_levering_nieuw ON webhook_levering (webhook_id, volgnummer NULLS FIRST, gemaakt_op, id)
  WHERE status = 'wacht' AND pogingen = 0;
CREATE INDEX webhook_levering_opnieuw ON webhook_levering (webhook_id, volgende_poging_op, id)
  WHERE status = 'wacht' AND pogingen > 0;
CREATE INDEX webhook_levering_te_doen ON webhook_levering (webhook_id, volgende_poging_op) WHERE status = 'wacht';
CREATE INDEX ON webhook_levering (webhook_id, gemaakt_op, id);
CREATE INDEX ON webhook_levering (gebeurtenis_id);`;

const VERSIE = `
CREATE FUNCTION tel_webhook_versie() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.versie := OLD.versie + 1;
  RETURN NEW;
END $$;
CREATE TRIGGER webhook_versie BEFORE UPDATE OF naam, url, soorten, status, reden ON webhook
  FOR EACH ROW EXECUTE FUNCTION tel_webhook_versie();`;

/** A webhook is of a service: that service and a beheerder see it. Its deliveries follow it, the order follows the facts. */
const VAN_MIJ = `(account_id = (SELECT huidig_account()) OR huidige_rol() = 'beheerder')`;
const ZICHTBARE_WEBHOOK = 'EXISTS (SELECT FROM webhook w WHERE w.id = webhook_levering.webhook_id)';

const REGELS = `
ALTER TABLE gebeurtenis_volgorde ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE webhook ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE webhook_levering ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY gebeurtenis_volgorde_select_api ON gebeurtenis_volgorde FOR SELECT TO ${api}
  USING (EXISTS (SELECT FROM gebeurtenis g WHERE g.id = gebeurtenis_volgorde.gebeurtenis_id));
CREATE POLICY webhook_select_api ON webhook FOR SELECT TO ${api} USING (${VAN_MIJ});
CREATE POLICY webhook_insert_api ON webhook FOR INSERT TO ${api} WITH CHECK (${VAN_MIJ} AND is_dienst(account_id));
CREATE POLICY webhook_update_api ON webhook FOR UPDATE TO ${api} USING (${VAN_MIJ});
CREATE POLICY webhook_delete_api ON webhook FOR DELETE TO ${api} USING (${VAN_MIJ});
CREATE POLICY webhook_levering_select_api ON webhook_levering FOR SELECT TO ${api} USING (${ZICHTBARE_WEBHOOK});
CREATE POLICY webhook_levering_insert_api ON webhook_levering FOR INSERT TO ${api} WITH CHECK (${ZICHTBARE_WEBHOOK});
CREATE POLICY webhook_levering_update_api ON webhook_levering FOR UPDATE TO ${api} USING (${ZICHTBARE_WEBHOOK});
CREATE POLICY webhook_all_worker ON webhook FOR ALL TO ${worker} USING (true) WITH CHECK (true);
CREATE POLICY webhook_levering_all_worker ON webhook_levering FOR ALL TO ${worker} USING (true) WITH CHECK (true);
${['gebeurtenis_volgorde', 'webhook', 'webhook_levering']
  .map(
    (tabel) =>
      `CREATE POLICY ${tabel}_all_systeem ON ${tabel} FOR ALL TO ${systeem} USING (true) WITH CHECK (true);`,
  )
  .join('\n')}`;

/** The worker gets addresses and secrets from a function that looks whether they may be used; it cannot look around. */
const RECHTEN = `
GRANT SELECT ON gebeurtenis_volgorde, webhook, webhook_levering TO ${api};
GRANT INSERT, DELETE ON webhook TO ${api};
GRANT UPDATE (naam, url, soorten, geheim, vorig_geheim, vorig_geheim_tot, status, reden, mislukt_sinds, rust_tot,
  gewekt_op, token_id) ON webhook TO ${api};
GRANT INSERT (webhook_id, gebeurtenis_id, aanleiding), UPDATE (volgende_poging_op) ON webhook_levering TO ${api};
GRANT SELECT (id, status, mislukt_sinds, rust_tot), UPDATE (mislukt_sinds, rust_tot, ronde_tot) ON webhook TO ${worker};
GRANT SELECT, UPDATE (status, pogingen, volgende_poging_op, verloop, afgerond_op) ON webhook_levering TO ${worker};
GRANT SELECT, INSERT, UPDATE ON gebeurtenis_volgorde TO ${systeem};
GRANT SELECT, UPDATE (geheim, vorig_geheim, status, reden, gewekt_op) ON webhook TO ${systeem};
GRANT SELECT, INSERT, DELETE ON webhook_levering TO ${systeem};`;

export const TABELLEN = [TABEL, VERSIE, REGELS, RECHTEN].join('\n');

/** Under the role that sees all rows: the owner of the tables sees none. */
export const VOLGORDE_VAN_EERDER = `
SET ROLE ${systeem};
INSERT INTO gebeurtenis_volgorde SELECT id, row_number() OVER (ORDER BY id) FROM gebeurtenis;
RESET ROLE;`;

export const TABELLEN_WEG = `
DROP TABLE webhook_levering, webhook, gebeurtenis_volgorde;
DROP FUNCTION tel_webhook_versie();
`;
