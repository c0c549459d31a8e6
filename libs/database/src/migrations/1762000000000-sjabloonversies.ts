import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DATABASE_ROLLEN } from '../toegang/database.rollen.js';
import { geefAanSysteem, haalWegVanSysteem, inzicht, type SysteemFunctie } from './systeem.functie.js';

const { api, worker, systeem } = DATABASE_ROLLEN;

/** Acts as an adviseur, and is one: no cohort is asked about, so the grant itself is. */
const ADVISEUR = `huidige_rol() = 'adviseur' AND EXISTS (SELECT FROM toekenning k
    WHERE k.account_id = (SELECT huidig_account()) AND k.rol = 'adviseur' AND k.ingetrokken_op IS NULL
      AND (k.vervalt_op IS NULL OR k.vervalt_op > now()))`;

/**
 * A version that advisers still work on. A published one stands in `sjabloon`, which never changes and which is all that
 * cohorten and trajecten can refer to (ADR 0023).
 */
const CONCEPT = `
CREATE TABLE sjabloon_concept (
  sleutel text NOT NULL,
  versie integer NOT NULL CHECK (versie > 0),
  titel text NOT NULL,
  definitie jsonb NOT NULL,
  -- Counts the changes, so that nobody overwrites what they have not seen.
  bewerking integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  gewijzigd_op timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (sleutel, versie),
  CHECK (definitie ->> 'sleutel' = sleutel AND definitie ->> 'versie' = versie::text)
);
ALTER TABLE sjabloon_concept ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY sjabloon_concept_all_api ON sjabloon_concept FOR ALL TO ${api} USING (${ADVISEUR});
CREATE POLICY sjabloon_concept_all_systeem ON sjabloon_concept FOR ALL TO ${systeem} USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, DELETE, UPDATE (titel, definitie, bewerking, gewijzigd_op) ON sjabloon_concept TO ${api};
GRANT SELECT, DELETE ON sjabloon_concept TO ${systeem};
GRANT INSERT ON sjabloon TO ${systeem};`;

/** A stap that began before its traject went over to another version stays on the one it began on. */
const STAP_VERSIE = `ALTER TABLE stap ADD sjabloon_versie integer;`;

const tekstvelden = (versie: string): string => `
CREATE OR REPLACE FUNCTION tekstvelden(een_traject uuid, een_onderwerp text) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT ARRAY['verslag', 'toelichting', 'titel'] || coalesce(array_agg(veld.sleutel #>> '{}'), '{}')
    FROM traject tr JOIN cohort c ON c.id = tr.cohort_id
    LEFT JOIN stap st ON st.traject_id = tr.id AND st.sleutel = split_part(een_onderwerp, '.', 2)
    JOIN sjabloon s ON s.sleutel = c.sjabloon_sleutel AND s.versie = ${versie}
   CROSS JOIN LATERAL jsonb_path_query(s.definitie,
     '$.stappen[*] ? (@.sleutel == $stap).taken[*] ? (@.sleutel == $taak).**.velden[*] ? (@.soort == "tekst" || @.soort == "lange-tekst").sleutel',
     jsonb_build_object('stap', split_part(een_onderwerp, '.', 2), 'taak', split_part(een_onderwerp, '.', 3))) AS veld (sleutel)
   WHERE tr.id = een_traject
$$;`;

const FUNCTIES: readonly SysteemFunctie[] = [
  { functie: 'haal_geplande_stappen_weg(uuid)', voor: worker },
  { functie: 'publiceer_sjabloon(text, integer, integer)', voor: api },
];

/** The only way for a version to be published: as the concept of it that the caller has seen. False when that is not there. */
const PUBLICEER = inzicht(
  'publiceer_sjabloon(een_sleutel text, een_versie integer, gezien integer) RETURNS boolean',
  `  WITH concept AS (DELETE FROM sjabloon_concept
    WHERE sleutel = een_sleutel AND versie = een_versie AND bewerking = gezien AND ${ADVISEUR}
    RETURNING sleutel, versie, titel, definitie),
  nieuw AS (INSERT INTO sjabloon (sleutel, versie, titel, definitie) SELECT * FROM concept RETURNING 1)
  SELECT EXISTS (SELECT FROM nieuw)`,
).replace('STABLE', 'VOLATILE');

/**
 * The worker removes nothing itself. Here go the rows of what a traject has not begun, right before those of another version
 * take their place; what it did begin is marked with the version that it began on.
 */
const HAAL_WEG = inzicht(
  'haal_geplande_stappen_weg(een_traject uuid) RETURNS integer',
  `  WITH weg AS (SELECT sleutel FROM stap WHERE traject_id = een_traject AND status = 'gepland'),
  concepten AS (DELETE FROM taak_concept WHERE taak_id IN
    (SELECT id FROM taak WHERE traject_id = een_traject AND stap IN (SELECT sleutel FROM weg))),
  taken AS (DELETE FROM taak WHERE traject_id = een_traject AND stap IN (SELECT sleutel FROM weg)),
  gesprekken AS (DELETE FROM check_in WHERE traject_id = een_traject AND stap IN (SELECT sleutel FROM weg)),
  stappen AS (DELETE FROM stap WHERE traject_id = een_traject AND status = 'gepland'),
  blijven AS (UPDATE stap s SET sjabloon_versie = coalesce(s.sjabloon_versie, t.sjabloon_versie, c.sjabloon_versie)
    FROM traject t JOIN cohort c ON c.id = t.cohort_id
    WHERE t.id = een_traject AND s.traject_id = t.id AND s.status <> 'gepland')
  SELECT count(*)::integer FROM stap WHERE traject_id = een_traject AND status <> 'gepland'`,
).replace('STABLE', 'VOLATILE');

export class Sjabloonversies1762000000000 implements MigrationInterface {
  name = 'Sjabloonversies1762000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(CONCEPT);
    await queryRunner.query(STAP_VERSIE);
    await queryRunner.query(
      tekstvelden('coalesce(st.sjabloon_versie, tr.sjabloon_versie, c.sjabloon_versie)'),
    );
    await queryRunner.query(`GRANT DELETE ON stap, taak, check_in TO ${systeem};
      GRANT UPDATE (sjabloon_versie) ON stap TO ${systeem};`);
    await queryRunner.query(HAAL_WEG + PUBLICEER + geefAanSysteem(FUNCTIES));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(haalWegVanSysteem(FUNCTIES));
    await queryRunner.query(`REVOKE UPDATE (sjabloon_versie) ON stap FROM ${systeem};
      REVOKE DELETE ON stap, taak, check_in FROM ${systeem};
      REVOKE INSERT ON sjabloon FROM ${systeem};`);
    await queryRunner.query(tekstvelden('coalesce(tr.sjabloon_versie, c.sjabloon_versie)'));
    await queryRunner.query('ALTER TABLE stap DROP sjabloon_versie');
    await queryRunner.query('DROP TABLE sjabloon_concept');
  }
}
