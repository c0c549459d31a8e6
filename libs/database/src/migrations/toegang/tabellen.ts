/** Who people are, what they may do, and where they are logged in. Columns with `verzegeld` hold ciphertext (ADR 0010). */
export const TABELLEN = `
CREATE TABLE account (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  soort text NOT NULL CHECK (soort IN ('mens', 'dienst')),
  naam text NOT NULL,
  email text,
  email_index bytea UNIQUE,
  oidc_issuer text,
  oidc_subject text,
  status text NOT NULL DEFAULT 'actief' CHECK (status IN ('actief', 'geblokkeerd', 'gewist')),
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (oidc_issuer, oidc_subject),
  CHECK ((email IS NULL) = (email_index IS NULL)),
  CHECK (soort = 'dienst' OR status = 'gewist' OR email IS NOT NULL)
);
CREATE TABLE toekenning (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account_id uuid NOT NULL REFERENCES account (id),
  naam text,
  rol text NOT NULL CHECK (rol IN ('adviseur', 'onderzoeker', 'beheerder')),
  cohort_id uuid REFERENCES cohort (id),
  identiteiten boolean NOT NULL DEFAULT false,
  reden text,
  verleend_door uuid REFERENCES account (id),
  verleend_op timestamptz NOT NULL DEFAULT now(),
  vervalt_op timestamptz,
  ingetrokken_op timestamptz,
  CHECK (rol <> 'beheerder' OR cohort_id IS NULL),
  CHECK (NOT identiteiten
    OR (rol = 'onderzoeker' AND cohort_id IS NOT NULL AND reden IS NOT NULL AND vervalt_op IS NOT NULL))
);
CREATE INDEX ON toekenning (account_id, rol);
CREATE INDEX ON toekenning (cohort_id);
CREATE UNIQUE INDEX toekenning_een_keer ON toekenning (account_id, rol, coalesce(cohort_id, account_id), identiteiten)
  WHERE ingetrokken_op IS NULL;
CREATE TABLE sessie (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account_id uuid NOT NULL REFERENCES account (id),
  sleutel_hash bytea NOT NULL UNIQUE,
  rol text NOT NULL CHECK (rol IN ('adviseur', 'gemeente', 'onderzoeker', 'beheerder')),
  via text NOT NULL CHECK (via IN ('oidc', 'link')),
  meerdere_factoren boolean NOT NULL DEFAULT false,
  apparaat text NOT NULL,
  begonnen_op timestamptz NOT NULL DEFAULT now(),
  gebruikt_op timestamptz NOT NULL DEFAULT now(),
  vervalt_op timestamptz NOT NULL,
  beeindigd_op timestamptz
);
CREATE INDEX ON sessie (account_id);
CREATE TABLE aanmeldpoging (
  sleutel_hash bytea PRIMARY KEY,
  staat text NOT NULL,
  nonce text NOT NULL,
  verifier text NOT NULL,
  naar text NOT NULL,
  vervalt_op timestamptz NOT NULL
);
CREATE TABLE aanmeldlink (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account_id uuid NOT NULL REFERENCES account (id),
  naar text NOT NULL,
  status text NOT NULL DEFAULT 'wacht' CHECK (status IN ('wacht', 'bezig', 'verzonden', 'mislukt')),
  pogingen integer NOT NULL DEFAULT 0,
  volgende_poging_op timestamptz NOT NULL DEFAULT now(),
  sleutel_hash bytea UNIQUE,
  gevraagd_op timestamptz NOT NULL DEFAULT now(),
  vervalt_op timestamptz NOT NULL,
  gebruikt_op timestamptz
);
CREATE INDEX ON aanmeldlink (account_id);
CREATE INDEX aanmeldlink_te_verzenden ON aanmeldlink (volgende_poging_op) WHERE status IN ('wacht', 'bezig');
CREATE TABLE diensttoken (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account_id uuid NOT NULL REFERENCES account (id),
  naam text NOT NULL,
  sleutel_hash bytea NOT NULL UNIQUE,
  rol text NOT NULL CHECK (rol IN ('adviseur', 'onderzoeker')),
  rechten text[] NOT NULL CHECK (NOT rechten && ARRAY[
    'toegang.beheren', 'accounts.beheren', 'inzage.vragen', 'audit.lezen']),
  gemaakt_door uuid REFERENCES account (id),
  gemaakt_op timestamptz NOT NULL DEFAULT now(),
  vervalt_op timestamptz NOT NULL,
  gebruikt_op timestamptz,
  ingetrokken_op timestamptz
);
CREATE INDEX ON diensttoken (account_id);
CREATE TABLE inzage (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account_id uuid NOT NULL REFERENCES account (id),
  traject_id uuid NOT NULL REFERENCES traject (id) ON DELETE CASCADE,
  reden text NOT NULL,
  begint_op timestamptz NOT NULL DEFAULT now(),
  vervalt_op timestamptz NOT NULL
);
CREATE INDEX ON inzage (account_id);
CREATE TABLE limiet (
  key varchar(255) PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  expire bigint
);
CREATE TABLE audit (
  volgnummer bigint PRIMARY KEY,
  op timestamptz NOT NULL,
  account_id uuid,
  rol text,
  handeling text NOT NULL,
  onderwerp text,
  reden text,
  inhoud jsonb NOT NULL,
  herkomst_hash bytea NOT NULL,
  vorige_hash bytea NOT NULL,
  hash bytea NOT NULL
);
CREATE INDEX ON audit (account_id);
CREATE INDEX ON audit (onderwerp);
CREATE TABLE audit_herkomst (
  volgnummer bigint PRIMARY KEY REFERENCES audit (volgnummer),
  zout bytea NOT NULL,
  adres text NOT NULL
);

ALTER TABLE contactpersoon ADD account_id uuid REFERENCES account (id);
CREATE INDEX ON contactpersoon (account_id);
ALTER TABLE traject ADD pseudoniem uuid NOT NULL UNIQUE DEFAULT gen_random_uuid();
ALTER TABLE invoer ADD account_id uuid REFERENCES account (id);
ALTER TABLE invoer ADD heeft_tekst boolean NOT NULL
  GENERATED ALWAYS AS (coalesce(inhoud ->> 'verslag', inhoud ->> 'toelichting', '') <> '') STORED;
`;

export const TABELLEN_WEG = `
ALTER TABLE invoer DROP heeft_tekst, DROP account_id;
ALTER TABLE traject DROP pseudoniem;
ALTER TABLE contactpersoon DROP account_id;
DROP TABLE audit_herkomst, audit, limiet, inzage, diensttoken, aanmeldlink, aanmeldpoging, sessie, toekenning, account;
`;
