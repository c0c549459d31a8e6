import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DATABASE_ROLLEN } from '../toegang/database.rollen.js';
import { ALS_SYSTEEM, geefAanSysteem, haalWegVanSysteem } from './systeem.functie.js';

const { api, systeem } = DATABASE_ROLLEN;

const VAN_SYSTEEM = [
  { functie: 'wissel_adviseur(uuid, integer, text, text, timestamptz)', voor: api },
] as const;

/**
 * Another adviseur for a cohort: whom its mails name and go to. The process does not hold who that is, so this is a plain
 * edit with a version; what happened is written down among the facts of the cohort, numbered by that version.
 */
export class Adviseur1734000000000 implements MigrationInterface {
  name = 'Adviseur1734000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE cohort ADD adviseur_versie integer NOT NULL DEFAULT 1;
      GRANT INSERT ON gebeurtenis TO ${systeem};
      CREATE FUNCTION wissel_adviseur(een_cohort uuid, een_versie integer, een_naam text, een_email text, een_moment timestamptz)
        RETURNS boolean LANGUAGE plpgsql VOLATILE ${ALS_SYSTEEM} AS $$
      BEGIN
        IF huidige_rol() IS DISTINCT FROM 'beheerder'
            AND (huidige_rol() IS DISTINCT FROM 'adviseur' OR NOT een_cohort = ANY (mijn_cohorten())) THEN
          RETURN false;
        END IF;
        UPDATE cohort SET adviseur_naam = een_naam, adviseur_email = een_email, adviseur_versie = adviseur_versie + 1
         WHERE id = een_cohort AND adviseur_versie = een_versie AND status <> 'afgesloten';
        IF NOT FOUND THEN RETURN false; END IF;
        INSERT INTO gebeurtenis (workflow_id, seq, cohort_id, soort, op, door, inhoud)
        VALUES ('cohort/' || een_cohort || '/adviseur', een_versie, een_cohort, 'adviseur-gewisseld', een_moment,
                huidige_rol(), '{}');
        RETURN true;
      END $$;
      ${geefAanSysteem(VAN_SYSTEEM)}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ${haalWegVanSysteem(VAN_SYSTEEM)}
      REVOKE INSERT ON gebeurtenis FROM ${systeem};
      ALTER TABLE cohort DROP adviseur_versie;`);
  }
}
