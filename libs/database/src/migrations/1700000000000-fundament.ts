import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABELLEN = `
CREATE TABLE gemeente (
  code text PRIMARY KEY CHECK (code ~ '^GM[0-9]{4}$'),
  naam text NOT NULL,
  provincie_code text NOT NULL,
  provincie text NOT NULL,
  veiligheidsregio_code text NOT NULL,
  veiligheidsregio text NOT NULL
);
CREATE TABLE sjabloon (
  sleutel text NOT NULL,
  versie integer NOT NULL CHECK (versie > 0),
  titel text NOT NULL,
  definitie jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (sleutel, versie)
);
CREATE TABLE cohort (
  id uuid PRIMARY KEY,
  naam text NOT NULL,
  sjabloon_sleutel text NOT NULL,
  sjabloon_versie integer NOT NULL,
  startdatum date NOT NULL,
  adviseur_naam text NOT NULL,
  adviseur_email text NOT NULL,
  status text NOT NULL CHECK (status IN ('concept', 'lopend', 'afgesloten')),
  oefen_dagen_per_seconde double precision CHECK (oefen_dagen_per_seconde > 0),
  klok_echt bigint,
  klok_domein bigint,
  klok_factor double precision,
  klok_versie integer,
  gestart_op timestamptz,
  afgesloten_op timestamptz,
  evaluatie jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (sjabloon_sleutel, sjabloon_versie) REFERENCES sjabloon (sleutel, versie)
);
CREATE TABLE traject (
  id uuid PRIMARY KEY,
  cohort_id uuid NOT NULL REFERENCES cohort (id),
  gemeente_code text NOT NULL REFERENCES gemeente (code),
  status text NOT NULL CHECK (status IN ('gepland', 'lopend', 'afgerond')),
  stap text,
  volgend_moment_op timestamptz,
  uitkomst text CHECK (uitkomst IN ('structureel', 'getraind', 'aandacht', 'geen')),
  uitkomst_invoer_id uuid,
  uitkomst_op timestamptz,
  afgerond_op timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (cohort_id, gemeente_code)
);
CREATE TABLE contactpersoon (
  id uuid PRIMARY KEY,
  traject_id uuid NOT NULL REFERENCES traject (id) ON DELETE CASCADE,
  naam text NOT NULL,
  email text NOT NULL,
  niveau text NOT NULL CHECK (niveau IN ('bestuur', 'beleid', 'uitvoering')),
  hoofdcontact boolean NOT NULL
);
CREATE INDEX ON contactpersoon (traject_id);
CREATE UNIQUE INDEX contactpersoon_een_hoofdcontact ON contactpersoon (traject_id) WHERE hoofdcontact;
CREATE TABLE invoer (
  id uuid PRIMARY KEY,
  traject_id uuid NOT NULL REFERENCES traject (id),
  soort text NOT NULL CHECK (soort IN ('antwoord', 'verslag', 'toelichting')),
  onderwerp text NOT NULL,
  inhoud jsonb NOT NULL,
  door text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ON invoer (traject_id);
CREATE TABLE stap (
  traject_id uuid NOT NULL REFERENCES traject (id),
  sleutel text NOT NULL,
  volgnummer integer NOT NULL,
  status text NOT NULL CHECK (status IN ('gepland', 'open', 'wacht-op-akkoord', 'afgerond')),
  gepland_op date NOT NULL,
  gepland_eindigt_op date NOT NULL,
  opent_op date,
  eindigt_op date,
  geopend_op timestamptz,
  ingeleverd_op timestamptz,
  goedgekeurd_op timestamptz,
  PRIMARY KEY (traject_id, sleutel)
);
CREATE TABLE taak (
  id text PRIMARY KEY,
  traject_id uuid NOT NULL REFERENCES traject (id),
  stap text NOT NULL,
  taak text NOT NULL,
  uitvoerder text NOT NULL CHECK (uitvoerder IN ('hoofdcontact', 'bestuur', 'beleid', 'uitvoering', 'adviseur')),
  status text NOT NULL CHECK (status IN ('gepland', 'open', 'ingediend')),
  gepland_open_op date NOT NULL,
  gepland_vervalt_op date NOT NULL,
  opent_op date,
  vervalt_op date,
  geopend_op timestamptz,
  ingediend_op timestamptz,
  invoer_id uuid REFERENCES invoer (id)
);
CREATE INDEX ON taak (traject_id, stap);
CREATE TABLE taak_concept (
  taak_id text PRIMARY KEY REFERENCES taak (id),
  inhoud jsonb NOT NULL,
  versie integer NOT NULL,
  bewaard_op timestamptz NOT NULL
);
CREATE TABLE check_in (
  traject_id uuid NOT NULL REFERENCES traject (id),
  sleutel text NOT NULL,
  stap text NOT NULL,
  status text NOT NULL CHECK (status IN ('gepland', 'gehouden', 'niet-gehouden')),
  gepland_week_van date NOT NULL,
  week_van date,
  datum date,
  invoer_id uuid REFERENCES invoer (id),
  PRIMARY KEY (traject_id, sleutel)
);
CREATE TABLE gebeurtenis (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workflow_id text NOT NULL,
  seq integer NOT NULL,
  cohort_id uuid NOT NULL REFERENCES cohort (id),
  traject_id uuid REFERENCES traject (id),
  soort text NOT NULL,
  op timestamptz NOT NULL,
  vastgelegd_op timestamptz NOT NULL DEFAULT now(),
  door text NOT NULL,
  inhoud jsonb NOT NULL,
  UNIQUE (workflow_id, seq)
);
CREATE INDEX ON gebeurtenis (traject_id, seq);
CREATE TABLE bericht (
  id uuid PRIMARY KEY,
  sleutel text NOT NULL UNIQUE,
  cohort_id uuid NOT NULL REFERENCES cohort (id),
  traject_id uuid NOT NULL REFERENCES traject (id),
  contactpersoon_id uuid REFERENCES contactpersoon (id),
  soort text NOT NULL,
  stap text NOT NULL,
  onderwerp text NOT NULL,
  aan text NOT NULL,
  status text NOT NULL
    CHECK (status IN ('wacht', 'bezig', 'verzonden', 'mislukt', 'onbekend', 'vervallen', 'overgeslagen')),
  op timestamptz NOT NULL,
  oefen boolean NOT NULL,
  pogingen integer NOT NULL DEFAULT 0,
  volgende_poging_op timestamptz NOT NULL DEFAULT now(),
  geclaimd_door text,
  message_id text,
  verzonden_op timestamptz,
  toelichting text,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX bericht_te_verzenden ON bericht (volgende_poging_op) WHERE status IN ('wacht', 'bezig', 'onbekend');
CREATE INDEX ON bericht (traject_id);
CREATE INDEX ON bericht (cohort_id, status);
`;

/** The audit trail only grows; the database itself refuses the rest. */
const ALLEEN_TOEVOEGEN = `
CREATE FUNCTION weiger_wijziging() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are never changed or removed', TG_TABLE_NAME;
END $$;
CREATE TRIGGER gebeurtenis_blijft BEFORE UPDATE OR DELETE ON gebeurtenis
  FOR EACH ROW EXECUTE FUNCTION weiger_wijziging();
CREATE TRIGGER sjabloon_blijft BEFORE UPDATE OR DELETE ON sjabloon
  FOR EACH ROW EXECUTE FUNCTION weiger_wijziging();
`;

export class Fundament1700000000000 implements MigrationInterface {
  name = 'Fundament1700000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABELLEN);
    await queryRunner.query(ALLEEN_TOEVOEGEN);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE bericht, gebeurtenis, check_in, taak_concept, taak, stap, invoer, contactpersoon, traject, cohort,
        sjabloon, gemeente;
      DROP FUNCTION weiger_wijziging();
    `);
  }
}
