import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The rule of before this migration says who reads an answer; here the second pair of eyes comes to it. */
const lees = (ook: string): string => `
ALTER POLICY invoer_select_api ON invoer USING (
  (cohort_id = ANY ((SELECT mijn_cohorten())::uuid[]) OR traject_id = ANY ((SELECT mijn_trajecten())::uuid[])) AND (
  huidige_rol() IN ('adviseur', 'onderzoeker', 'beheerder') OR soort IN ('opdracht', 'terugsturing')
  OR (soort = 'antwoord' AND (account_id = (SELECT huidig_account()) OR is_hoofdcontact(traject_id)
    OR doet_taak(traject_id, split_part(onderwerp, '.', 4)) ${ook}))));`;

// Who must agree with an answer can read it, also when somebody of another niveau gave it.
const AKKOORD = `OR EXISTS (SELECT FROM taak ta WHERE ta.id = invoer.onderwerp AND ta.akkoord_door IS NOT NULL
      AND doet_taak(ta.traject_id, ta.akkoord_door))`;

/** Four eyes need to see what they agree with. */
export class Akkoord1764000000000 implements MigrationInterface {
  name = 'Akkoord1764000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(lees(AKKOORD));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(lees(''));
  }
}
