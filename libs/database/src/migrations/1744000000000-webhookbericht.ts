import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACCOUNTBERICHT_KANAAL } from '../toegang/kanalen.js';
import { DATABASE_ROLLEN } from '../toegang/database.rollen.js';
import { ALS_SYSTEEM, geefAanSysteem, haalWegVanSysteem } from './systeem.functie.js';

const { worker, systeem } = DATABASE_ROLLEN;

const BIJ_ACCOUNT = ['passkey-toegevoegd', 'passkey-verwijderd', 'passkeys-ingetrokken'];
const soorten = (alle: readonly string[]): string => `
ALTER TABLE accountbericht DROP CONSTRAINT accountbericht_soort_check,
  ADD CONSTRAINT accountbericht_soort_check CHECK (soort IN (${alle.map((een) => `'${een}'`).join(', ')}));`;

/** The reason is kept with the mail: the webhook may go again before it leaves. When it is removed there is no mail, but a count. */
const TABEL = `
${soorten([...BIJ_ACCOUNT, 'webhook-gestopt'])}
ALTER TABLE accountbericht
  ADD webhook_id uuid REFERENCES webhook (id) ON DELETE SET NULL,
  ADD reden text,
  ADD CONSTRAINT accountbericht_webhook CHECK (
    (soort = 'webhook-gestopt') = (reden IS NOT NULL) AND (webhook_id IS NULL OR reden IS NOT NULL));
CREATE INDEX ON accountbericht (webhook_id);
GRANT SELECT (naam) ON webhook TO ${worker};
GRANT INSERT ON accountbericht TO ${systeem};`;

const VAN_SYSTEEM = [{ functie: 'meld_gestopte_webhook()', voor: null }] as const;

/** One mail to each beheerder who can act on it, each time that a webhook stops without anybody having asked for that. */
const MELD = `
CREATE FUNCTION meld_gestopte_webhook() RETURNS trigger LANGUAGE plpgsql ${ALS_SYSTEEM} AS $$
BEGIN
  INSERT INTO accountbericht (account_id, soort, webhook_id, reden)
  SELECT a.id, 'webhook-gestopt', NEW.id, NEW.reden FROM account a
   WHERE a.soort = 'mens' AND a.status = 'actief' AND 'beheerder' = ANY (rollen_van(a.id))
     -- A service that makes webhooks stop and start does not fill a mailbox.
     AND (SELECT count(*) FROM accountbericht e WHERE e.account_id = a.id AND e.soort = 'webhook-gestopt'
             AND e.gevraagd_op > now() - interval '24 hours') < 10;
  PERFORM pg_notify('${ACCOUNTBERICHT_KANAAL}', '');
  RETURN NULL;
END $$;
CREATE TRIGGER webhook_gestopt AFTER UPDATE OF status ON webhook FOR EACH ROW
  WHEN (OLD.status = 'actief' AND NEW.status <> 'actief' AND NEW.reden <> 'op-verzoek')
  EXECUTE FUNCTION meld_gestopte_webhook();
${geefAanSysteem(VAN_SYSTEEM)}`;

/** A beheerder gets a mail when a webhook stops by itself (ADR 0016). */
export class Webhookbericht1744000000000 implements MigrationInterface {
  name = 'Webhookbericht1744000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABEL);
    await queryRunner.query(MELD);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER webhook_gestopt ON webhook;
      ${haalWegVanSysteem(VAN_SYSTEEM)}
      SET ROLE ${systeem};
      DELETE FROM accountbericht WHERE soort = 'webhook-gestopt';
      RESET ROLE;
      REVOKE SELECT (naam) ON webhook FROM ${worker};
      REVOKE INSERT ON accountbericht FROM ${systeem};
      ALTER TABLE accountbericht DROP CONSTRAINT accountbericht_webhook, DROP reden, DROP webhook_id;
      ${soorten(BIJ_ACCOUNT)}`);
  }
}
