import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FUNCTIES, FUNCTIES_WEG } from './bijeenkomsten/functies.js';
import { RIJREGELS, RIJREGELS_WEG } from './bijeenkomsten/regels.js';
import { TABELLEN, TABELLEN_WEG } from './bijeenkomsten/tabellen.js';

/** Groepssessies of a cohort with their calendar mail, conditions, and gemeenten that join a cohort that runs (ADR 0021). */
export class Bijeenkomsten1756000000000 implements MigrationInterface {
  name = 'Bijeenkomsten1756000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const opdracht of [TABELLEN, FUNCTIES, RIJREGELS]) await queryRunner.query(opdracht);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const opdracht of [RIJREGELS_WEG, FUNCTIES_WEG, TABELLEN_WEG]) await queryRunner.query(opdracht);
  }
}
