import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DATABASE_ROLLEN } from '../toegang/database.rollen.js';
import {
  ALS_SYSTEEM,
  geefAanSysteem,
  haalWegVanSysteem,
  inzicht,
  type SysteemFunctie,
} from './systeem.functie.js';

const { api, onderzoek } = DATABASE_ROLLEN;

/** Each change of an account, or of what was given to it, makes a new version: nobody overwrites what they have not seen. */
const VERSIE = `
ALTER TABLE account ADD versie integer NOT NULL DEFAULT 1;
CREATE FUNCTION tel_account_versie() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.versie := OLD.versie + 1;
  RETURN NEW;
END $$;
CREATE TRIGGER account_versie BEFORE UPDATE OF naam, email, status ON account
  FOR EACH ROW EXECUTE FUNCTION tel_account_versie();
CREATE FUNCTION tel_versie_bij_toekenning() RETURNS trigger
  LANGUAGE plpgsql ${ALS_SYSTEEM} AS $$
BEGIN
  UPDATE account SET versie = versie + 1 WHERE id = NEW.account_id;
  RETURN NULL;
END $$;
CREATE TRIGGER toekenning_versie AFTER INSERT OR UPDATE ON toekenning
  FOR EACH ROW EXECUTE FUNCTION tel_versie_bij_toekenning();`;

const ZICHT = [
  // An adviseur may let a service into a cohort, without seeing the accounts of services.
  inzicht(
    'is_dienst(een_account uuid) RETURNS boolean',
    `  SELECT huidige_rol() IN ('adviseur', 'beheerder') AND EXISTS (
    SELECT FROM account WHERE id = een_account AND soort = 'dienst' AND status = 'actief')`,
  ),
  // A beheerder names a traject that he cannot see (yet).
  inzicht(
    'traject_voor_inzage(een_traject uuid, een_cohort uuid, een_gemeente text) RETURNS uuid',
    `  SELECT id FROM traject WHERE huidige_rol() = 'beheerder'
     AND (id = een_traject OR (cohort_id = een_cohort AND gemeente_code = een_gemeente))`,
  ),
  inzicht(
    `inzage_over(een_inzage uuid)
  RETURNS TABLE (cohort_id uuid, cohort_naam text, code text, gemeente text)`,
    `  SELECT c.id, c.naam, g.code, g.naam
    FROM inzage i JOIN traject t ON t.id = i.traject_id JOIN cohort c ON c.id = t.cohort_id
    JOIN gemeente g ON g.code = t.gemeente_code
   WHERE i.id = een_inzage AND huidige_rol() = 'beheerder'`,
  ),
  // And chooses it by the name of its gemeente; the audit log says by that name which it is about.
  inzicht(
    `trajecten_voor_beheer(een_trajecten uuid[], een_cohorten uuid[])
  RETURNS TABLE (traject_id uuid, code text, gemeente text, provincie text, veiligheidsregio text, cohort_naam text)`,
    `  SELECT t.id, g.code, g.naam, g.provincie, g.veiligheidsregio, c.naam
    FROM traject t JOIN cohort c ON c.id = t.cohort_id JOIN gemeente g ON g.code = t.gemeente_code
   WHERE huidige_rol() = 'beheerder' AND (t.id = ANY (een_trajecten) OR t.cohort_id = ANY (een_cohorten))`,
  ),
  inzicht(
    'ziet_identiteiten(een_cohort uuid) RETURNS boolean',
    `  SELECT huidige_rol() = 'onderzoeker' AND EXISTS (
    SELECT FROM toekenning WHERE account_id = huidig_account() AND rol = 'onderzoeker' AND identiteiten
       AND cohort_id = een_cohort AND ingetrokken_op IS NULL AND (vervalt_op IS NULL OR vervalt_op > now()))`,
  ),
].join('\n');

const VAN_SYSTEEM: readonly SysteemFunctie[] = [
  ...[
    'is_dienst(uuid)',
    'traject_voor_inzage(uuid, uuid, text)',
    'inzage_over(uuid)',
    'trajecten_voor_beheer(uuid[], uuid[])',
    'ziet_identiteiten(uuid)',
  ].map((functie) => ({ functie, voor: `${api}, ${onderzoek}` })),
  { functie: 'tel_versie_bij_toekenning()', voor: null },
];

/** An inzage can be ended and never made longer. A beheerder lets others into a cohort, and not himself. */
const REGELS = `
GRANT UPDATE (vervalt_op) ON inzage TO ${api};
CREATE POLICY inzage_update_api ON inzage FOR UPDATE TO ${api}, ${onderzoek}
  USING (huidige_rol() = 'beheerder' AND account_id = (SELECT huidig_account()) AND vervalt_op > now())
  WITH CHECK (vervalt_op <= now());
CREATE POLICY toekenning_niet_aan_zichzelf ON toekenning AS RESTRICTIVE FOR INSERT TO ${api}, ${onderzoek}
  WITH CHECK (NOT (huidige_rol() = 'beheerder' AND cohort_id IS NOT NULL AND account_id = (SELECT huidig_account())));
CREATE INDEX ON audit (handeling);
CREATE INDEX ON inzage (traject_id);`;

/** What a beheerder needs of the database to manage accounts, look into a traject for a reason, and read the audit log. */
export class Beheer1732000000000 implements MigrationInterface {
  name = 'Beheer1732000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const opdracht of [VERSIE, ZICHT, geefAanSysteem(VAN_SYSTEEM), REGELS])
      await queryRunner.query(opdracht);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX audit_handeling_idx, inzage_traject_id_idx;
      DROP POLICY toekenning_niet_aan_zichzelf ON toekenning;
      DROP POLICY inzage_update_api ON inzage;
      REVOKE UPDATE (vervalt_op) ON inzage FROM ${api};
      DROP TRIGGER toekenning_versie ON toekenning;
      DROP TRIGGER account_versie ON account;
      DROP FUNCTION tel_account_versie();
      ALTER TABLE account DROP versie;
      ${haalWegVanSysteem(VAN_SYSTEEM)}`);
  }
}
