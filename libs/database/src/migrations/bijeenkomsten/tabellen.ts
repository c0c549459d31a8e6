/**
 * Meetings with a moment in the calendar (ADR 0021). What people typed (`bijeenkomst_inhoud`) and who can be invited
 * (`genodigde`) is written by the API before it asks the process, which only hears IDs; what then holds is written by the
 * projection. Each row knows its cohort, so that a row rule looks at the row alone.
 */
export const TABELLEN = `
ALTER TABLE cohort ADD volgend_moment_op timestamptz;
-- Of a gemeente that joined a cohort that ran already; null: that of the cohort.
ALTER TABLE traject ADD startdatum date;
CREATE TABLE bijeenkomst (
  id uuid PRIMARY KEY,
  cohort_id uuid NOT NULL REFERENCES cohort (id),
  soort text NOT NULL CHECK (soort IN ('groepssessie', 'check-in')),
  traject_id uuid,
  check_in text,
  status text NOT NULL DEFAULT 'voorstel' CHECK (status IN ('voorstel', 'gepland', 'gehouden', 'afgezegd')),
  begint_op timestamptz,
  eindigt_op timestamptz,
  inhoud_id uuid,
  herinnering_werkdagen integer CHECK (herinnering_werkdagen BETWEEN 1 AND 60),
  versie integer NOT NULL DEFAULT 0,
  volgnummer integer NOT NULL DEFAULT 0,
  verslag text NOT NULL DEFAULT '',
  gemaakt_op timestamptz NOT NULL DEFAULT now(),
  UNIQUE (id, cohort_id),
  FOREIGN KEY (traject_id, cohort_id) REFERENCES traject (id, cohort_id),
  FOREIGN KEY (traject_id, check_in) REFERENCES check_in (traject_id, sleutel),
  CHECK ((soort = 'check-in') = (traject_id IS NOT NULL AND check_in IS NOT NULL)),
  CHECK (status = 'voorstel' OR (begint_op < eindigt_op AND inhoud_id IS NOT NULL))
);
CREATE UNIQUE INDEX bijeenkomst_een_per_check_in ON bijeenkomst (traject_id, check_in) WHERE status <> 'voorstel';
CREATE INDEX ON bijeenkomst (cohort_id, begint_op);
CREATE TABLE bijeenkomst_inhoud (
  id uuid PRIMARY KEY,
  bijeenkomst_id uuid NOT NULL,
  cohort_id uuid NOT NULL,
  onderwerp text NOT NULL,
  plaats text NOT NULL,
  link text,
  FOREIGN KEY (bijeenkomst_id, cohort_id) REFERENCES bijeenkomst (id, cohort_id)
);
CREATE INDEX ON bijeenkomst_inhoud (bijeenkomst_id);
ALTER TABLE bijeenkomst ADD FOREIGN KEY (inhoud_id) REFERENCES bijeenkomst_inhoud (id);
CREATE TABLE genodigde (
  id uuid PRIMARY KEY,
  bijeenkomst_id uuid NOT NULL,
  cohort_id uuid NOT NULL,
  traject_id uuid,
  rol text NOT NULL CHECK (rol IN ('contactpersoon', 'adviseur', 'facilitator')),
  contactpersoon_id uuid REFERENCES contactpersoon (id) ON DELETE CASCADE,
  account_id uuid REFERENCES account (id),
  naam text,
  email text,
  uitgenodigd boolean NOT NULL DEFAULT false,
  aanwezig text NOT NULL DEFAULT 'onbekend' CHECK (aanwezig IN ('aanwezig', 'afwezig', 'onbekend')),
  FOREIGN KEY (bijeenkomst_id, cohort_id) REFERENCES bijeenkomst (id, cohort_id),
  FOREIGN KEY (traject_id, cohort_id) REFERENCES traject (id, cohort_id),
  CHECK (num_nonnulls(contactpersoon_id, account_id, email) = 1 AND (naam IS NULL) = (email IS NULL)),
  CHECK ((contactpersoon_id IS NULL) = (traject_id IS NULL))
);
CREATE INDEX ON genodigde (bijeenkomst_id);
CREATE INDEX ON genodigde (traject_id);
CREATE INDEX ON genodigde (contactpersoon_id);
CREATE INDEX ON genodigde (account_id);
CREATE TABLE voorwaarde (
  cohort_id uuid NOT NULL REFERENCES cohort (id),
  sleutel text NOT NULL,
  -- Null: no longer asked. Who writes here removes nothing.
  volgorde integer,
  inhoud jsonb NOT NULL,
  PRIMARY KEY (cohort_id, sleutel)
);
-- Mail that the agenda of a cohort brings, each once: its key says for whom, of which version, and what.
CREATE TABLE agendabericht (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  sleutel text NOT NULL UNIQUE,
  cohort_id uuid NOT NULL REFERENCES cohort (id),
  bijeenkomst_id uuid REFERENCES bijeenkomst (id),
  genodigde_id uuid REFERENCES genodigde (id) ON DELETE CASCADE,
  soort text NOT NULL CHECK (soort IN ('uitnodiging', 'wijziging', 'afzegging', 'herinnering', 'voorwaarde')),
  volgnummer integer NOT NULL,
  inhoud jsonb,
  status text NOT NULL DEFAULT 'wacht'
    CHECK (status IN ('wacht', 'bezig', 'verzonden', 'mislukt', 'onbekend', 'vervallen')),
  pogingen integer NOT NULL DEFAULT 0,
  volgende_poging_op timestamptz NOT NULL DEFAULT now(),
  geclaimd_op timestamptz,
  verzonden_op timestamptz,
  gemaakt_op timestamptz NOT NULL DEFAULT now(),
  CHECK ((soort = 'voorwaarde') = (genodigde_id IS NULL) AND (genodigde_id IS NULL) = (inhoud IS NOT NULL)),
  CHECK ((genodigde_id IS NULL) = (bijeenkomst_id IS NULL))
);
CREATE INDEX agendabericht_te_verzenden ON agendabericht (volgende_poging_op) WHERE status IN ('wacht', 'bezig');
CREATE INDEX ON agendabericht (genodigde_id);
CREATE INDEX ON agendabericht (cohort_id, status);`;

export const TABELLEN_WEG = `
DROP TABLE agendabericht, voorwaarde, genodigde;
ALTER TABLE bijeenkomst DROP inhoud_id CASCADE;
DROP TABLE bijeenkomst_inhoud, bijeenkomst;
ALTER TABLE traject DROP startdatum;
ALTER TABLE cohort DROP volgend_moment_op;`;
