import { DATABASE_ROLLEN } from '../../toegang/database.rollen.js';

const { api, worker, systeem } = DATABASE_ROLLEN;

const EIGEN = 'account_id = (SELECT huidig_account())';
const rol = (...rollen: string[]): string =>
  `huidige_rol() IN (${rollen.map((een) => `'${een}'`).join(', ')})`;

/**
 * `passkey`: the public half, and how often it was used. `passkey_vraag`: a question that is asked once, either of a
 * session that adds a passkey, or of who showed a link and has nothing yet but `sleutel_hash`. `accountbericht`: a mail about
 * the security of an account that has to leave.
 */
const TABEL = `
CREATE TABLE passkey (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account_id uuid NOT NULL REFERENCES account (id),
  naam text NOT NULL,
  kenmerk text NOT NULL UNIQUE,
  publieke_sleutel bytea NOT NULL,
  teller bigint NOT NULL,
  transport text[] NOT NULL DEFAULT '{}',
  gemaakt_op timestamptz NOT NULL DEFAULT now(),
  gebruikt_op timestamptz
);
CREATE INDEX ON passkey (account_id);
CREATE TABLE passkey_vraag (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account_id uuid NOT NULL REFERENCES account (id),
  sessie_id uuid UNIQUE REFERENCES sessie (id) ON DELETE CASCADE,
  sleutel_hash bytea UNIQUE,
  naar text,
  uitdaging text,
  pogingen integer NOT NULL DEFAULT 0,
  vervalt_op timestamptz NOT NULL,
  CHECK ((sessie_id IS NULL) <> (sleutel_hash IS NULL)),
  CHECK ((sleutel_hash IS NULL) = (naar IS NULL))
);
CREATE INDEX ON passkey_vraag (account_id);
CREATE TABLE accountbericht (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account_id uuid NOT NULL REFERENCES account (id),
  soort text NOT NULL CHECK (soort IN ('passkey-toegevoegd', 'passkey-verwijderd', 'passkeys-ingetrokken')),
  status text NOT NULL DEFAULT 'wacht' CHECK (status IN ('wacht', 'bezig', 'verzonden', 'mislukt')),
  pogingen integer NOT NULL DEFAULT 0,
  volgende_poging_op timestamptz NOT NULL DEFAULT now(),
  gevraagd_op timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ON accountbericht (account_id);
CREATE INDEX accountbericht_te_verzenden ON accountbericht (volgende_poging_op) WHERE status IN ('wacht', 'bezig');`;

const RECHTEN = `
GRANT SELECT, INSERT, DELETE, UPDATE (naam, teller, gebruikt_op) ON passkey TO ${api};
GRANT SELECT, INSERT, DELETE, UPDATE (uitdaging, pogingen, vervalt_op) ON passkey_vraag TO ${api};
GRANT INSERT ON accountbericht TO ${api};
GRANT SELECT, UPDATE (status, pogingen, volgende_poging_op) ON accountbericht TO ${worker};
GRANT SELECT, DELETE ON passkey, passkey_vraag, accountbericht TO ${systeem};`;

/** Who has only shown a link (`aanmelding`) reads his passkeys, and changes nothing but the question. */
const REGELS = `
${['passkey', 'passkey_vraag', 'accountbericht']
  .map(
    (tabel) => `ALTER TABLE ${tabel} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY ${tabel}_all_systeem ON ${tabel} FOR ALL TO ${systeem} USING (true) WITH CHECK (true);`,
  )
  .join('\n')}
CREATE POLICY accountbericht_all_worker ON accountbericht FOR ALL TO ${worker} USING (true) WITH CHECK (true);
CREATE POLICY accountbericht_insert_api ON accountbericht FOR INSERT TO ${api} WITH CHECK (${EIGEN} OR ${rol('beheerder')});
CREATE POLICY passkey_select_api ON passkey FOR SELECT TO ${api} USING (${EIGEN} OR ${rol('beheerder')});
CREATE POLICY passkey_insert_api ON passkey FOR INSERT TO ${api} WITH CHECK (${EIGEN} AND ${rol('gemeente')});
CREATE POLICY passkey_update_api ON passkey FOR UPDATE TO ${api} USING (${EIGEN} AND ${rol('gemeente')});
CREATE POLICY passkey_delete_api ON passkey FOR DELETE TO ${api}
  USING ((${EIGEN} AND ${rol('gemeente')}) OR ${rol('beheerder')});
CREATE POLICY passkey_vraag_all_api ON passkey_vraag FOR ALL TO ${api} USING (${EIGEN} OR ${rol('aanmelding')});`;

export const TABELLEN = [TABEL, RECHTEN, REGELS].join('\n');
export const TABELLEN_WEG = 'DROP TABLE accountbericht, passkey_vraag, passkey;';
