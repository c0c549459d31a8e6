import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DATABASE_ROLLEN } from '../toegang/database.rollen.js';

const { api } = DATABASE_ROLLEN;

/**
 * The answers to commands by the key that came with them, for the account that sent it; `status` is null while one is
 * being carried out. An answer may name people, so it is sealed.
 */
export class Idempotentie1720000000000 implements MigrationInterface {
  name = 'Idempotentie1720000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE idempotentie (
        account_id uuid NOT NULL,
        kenmerk text NOT NULL,
        vingerafdruk bytea NOT NULL,
        status integer,
        antwoord text,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (account_id, kenmerk)
      );
      CREATE INDEX ON idempotentie (created_at);
      ALTER TABLE idempotentie ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      CREATE POLICY idempotentie_eigen ON idempotentie TO ${api}
        USING (account_id = (SELECT huidig_account())) WITH CHECK (account_id = (SELECT huidig_account()));
      -- Whoever sends a command also clears away what is old, of anyone.
      CREATE POLICY idempotentie_oud ON idempotentie FOR SELECT TO ${api} USING (created_at < now() - interval '24 hours');
      CREATE POLICY idempotentie_oud_weg ON idempotentie FOR DELETE TO ${api} USING (created_at < now() - interval '24 hours');
      GRANT SELECT, INSERT, DELETE, UPDATE (vingerafdruk, status, antwoord, created_at) ON idempotentie TO ${api};
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE idempotentie');
  }
}
