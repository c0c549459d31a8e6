import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FUNCTIES, FUNCTIES_WEG } from './webhooks/functies.js';
import { TABELLEN, TABELLEN_WEG, VOLGORDE_VAN_EERDER } from './webhooks/tabellen.js';

/** The facts in an order that others can follow, and what other systems are told of them (ADR 0016). */
export class Webhooks1740000000000 implements MigrationInterface {
  name = 'Webhooks1740000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const opdracht of [TABELLEN, VOLGORDE_VAN_EERDER, FUNCTIES]) await queryRunner.query(opdracht);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const opdracht of [FUNCTIES_WEG, TABELLEN_WEG]) await queryRunner.query(opdracht);
  }
}
