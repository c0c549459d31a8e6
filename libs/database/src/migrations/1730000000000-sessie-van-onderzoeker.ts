import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DATABASE_ROLLEN } from '../toegang/database.rollen.js';

const { onderzoek } = DATABASE_ROLLEN;

/**
 * Whoever works under the role with fewer columns also logs in, chooses a role, stays logged in and logs out. The row rules
 * let everyone do that with what is his own alone, and these tables hold no data of gemeenten.
 */
export class SessieVanOnderzoeker1730000000000 implements MigrationInterface {
  name = 'SessieVanOnderzoeker1730000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      GRANT SELECT, INSERT, UPDATE (rol, gebruikt_op, beeindigd_op) ON sessie TO ${onderzoek};
      GRANT SELECT (id, account_id), UPDATE (gebruikt_op) ON diensttoken TO ${onderzoek};
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`REVOKE ALL ON sessie, diensttoken FROM ${onderzoek}`);
  }
}
