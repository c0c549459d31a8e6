import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FUNCTIES, FUNCTIES_WEG } from './passkeys/functies.js';
import { TABELLEN, TABELLEN_WEG } from './passkeys/tabellen.js';

/** Passkeys as the second factor of who logs in with a link, and the mails that tell of a change (ADR 0017). */
export class Passkeys1741000000000 implements MigrationInterface {
  name = 'Passkeys1741000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABELLEN);
    await queryRunner.query(FUNCTIES);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(FUNCTIES_WEG);
    await queryRunner.query(TABELLEN_WEG);
  }
}
