import type { MigrationInterface, QueryRunner } from 'typeorm';
import { KOLOMMEN, KOLOMMEN_WEG } from './proces/kolommen.js';
import { TABELLEN, TABELLEN_WEG } from './proces/tabellen.js';

/** The process as it really goes: pausing, sending back, extra taken, rustperiodes, plans of change, signs of stagnation. */
export class Proces1760000000000 implements MigrationInterface {
  name = 'Proces1760000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(KOLOMMEN);
    await queryRunner.query(TABELLEN);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABELLEN_WEG);
    await queryRunner.query(KOLOMMEN_WEG);
  }
}
