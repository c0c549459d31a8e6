import type { MigrationInterface, QueryRunner } from 'typeorm';
import { COHORT_VAN_RIJ, COHORT_VAN_RIJ_WEG } from './toegang/cohort-van-rij.js';
import { FUNCTIES, FUNCTIES_WEG } from './toegang/functies.js';
import { TABELRECHTEN, TABELRECHTEN_WEG } from './toegang/rechten.js';
import { RIJREGELS, RIJREGELS_WEG } from './toegang/regels.js';
import { TABELLEN, TABELLEN_WEG } from './toegang/tabellen.js';

/** People, what they may do, and the rules by which the database itself lets them (ADR 0013). Wants the database roles. */
export class Toegang1710000000000 implements MigrationInterface {
  name = 'Toegang1710000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const opdracht of [TABELLEN, COHORT_VAN_RIJ, TABELRECHTEN, FUNCTIES, RIJREGELS])
      await queryRunner.query(opdracht);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const opdracht of [RIJREGELS_WEG, FUNCTIES_WEG, TABELRECHTEN_WEG, COHORT_VAN_RIJ_WEG, TABELLEN_WEG])
      await queryRunner.query(opdracht);
  }
}
