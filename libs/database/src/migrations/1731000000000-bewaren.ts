import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FUNCTIES, FUNCTIES_WEG } from './bewaren/functies.js';
import { TABELLEN, TABELLEN_WEG } from './bewaren/tabellen.js';

/** How long things of people are kept, and what a person may ask for (ADR 0014). */
export class Bewaren1731000000000 implements MigrationInterface {
  name = 'Bewaren1731000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABELLEN);
    await queryRunner.query(FUNCTIES);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(FUNCTIES_WEG);
    await queryRunner.query(TABELLEN_WEG);
  }
}
