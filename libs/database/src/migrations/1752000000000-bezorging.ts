import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FUNCTIES, FUNCTIES_WEG } from './bezorging/functies.js';
import { TABELLEN, TABELLEN_WEG } from './bezorging/tabellen.js';

/** Each attempt to deliver a mail, and addresses that do not work (ADR 0019). */
export class Bezorging1752000000000 implements MigrationInterface {
  name = 'Bezorging1752000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABELLEN);
    await queryRunner.query(FUNCTIES);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(FUNCTIES_WEG);
    await queryRunner.query(TABELLEN_WEG);
  }
}
