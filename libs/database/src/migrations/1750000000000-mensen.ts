import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BEGELEIDING, VAN_BEGELEIDING } from './mensen/begeleiding.js';
import { CONTACTPERSONEN, VAN_CONTACTPERSONEN } from './mensen/contactpersonen.js';
import { TABELLEN, TABELLEN_WEG } from './mensen/tabellen.js';
import { UITNODIGING_TERUG, UITNODIGING_VERVANGEN } from './mensen/uitnodiging.js';
import { VAN_ZICHT, ZICHT, ZICHT_TERUG, ZICHT_VERVANGEN } from './mensen/zicht.js';
import { geefAanSysteem, haalWegVanSysteem } from './systeem.functie.js';

const VAN_SYSTEEM = [...VAN_ZICHT, ...VAN_CONTACTPERSONEN, ...VAN_BEGELEIDING];

/** The people around a running traject: who comes and goes, who stands in, who guides and who leads (ADR 0018). */
export class Mensen1750000000000 implements MigrationInterface {
  name = 'Mensen1750000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const opdracht of [TABELLEN, ZICHT, CONTACTPERSONEN, BEGELEIDING, geefAanSysteem(VAN_SYSTEEM)])
      await queryRunner.query(opdracht);
    for (const opdracht of [ZICHT_VERVANGEN, UITNODIGING_VERVANGEN]) await queryRunner.query(opdracht);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const opdracht of [UITNODIGING_TERUG, ZICHT_TERUG, haalWegVanSysteem(VAN_SYSTEEM), TABELLEN_WEG])
      await queryRunner.query(opdracht);
  }
}
