import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The answers to commands by the key that came with them; `status` is null while one is being carried out. `json` and not
 * `jsonb`: an answer is given again as it was, in its own order.
 */
export class Idempotentie1720000000000 implements MigrationInterface {
  name = 'Idempotentie1720000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE idempotentie (
        caller text NOT NULL,
        kenmerk text NOT NULL,
        vingerafdruk bytea NOT NULL,
        status integer,
        antwoord json,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (caller, kenmerk)
      );
      CREATE INDEX ON idempotentie (created_at);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE idempotentie');
  }
}
