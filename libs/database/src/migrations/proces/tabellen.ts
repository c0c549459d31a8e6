import { DATABASE_ROLLEN } from '../../toegang/database.rollen.js';

const { api, onderzoek, worker, systeem } = DATABASE_ROLLEN;

const MIJN_COHORTEN = '(SELECT mijn_cohorten())::uuid[]';
const ADVISEUR = `huidige_rol() = 'adviseur' AND cohort_id = ANY (${MIJN_COHORTEN})`;
const COHORT = `cohort_id = ANY (${MIJN_COHORTEN})`;

const regels = (tabel: string, perRol: Readonly<Record<string, string>>, metWorker: boolean): string =>
  [
    `ALTER TABLE ${tabel} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;`,
    ...Object.entries(perRol).map(
      ([wat, wie]) =>
        `CREATE POLICY ${tabel}_${wat.toLowerCase()}_api ON ${tabel} FOR ${wat} TO ${api}, ${onderzoek} ${wat === 'INSERT' ? 'WITH CHECK' : 'USING'} (${wie});`,
    ),
    ...(metWorker ? [worker, systeem] : [systeem]).map(
      (rol) =>
        `CREATE POLICY ${tabel}_all_${rol.replace('maatwerktraject_', '')} ON ${tabel} FOR ALL TO ${rol} USING (true) WITH CHECK (true);`,
    ),
  ].join('\n');

/** A row of a traject that fills in its own cohort (see cohort-van-rij.ts). */
const metCohort = (tabel: string): string => `
ALTER TABLE ${tabel} ADD FOREIGN KEY (traject_id, cohort_id) REFERENCES traject (id, cohort_id) ON DELETE CASCADE;
CREATE TRIGGER ${tabel}_cohort BEFORE INSERT ON ${tabel} FOR EACH ROW EXECUTE FUNCTION neem_cohort_over();`;

/** What the facts of a traject add up to, kept so that nobody has to add them up again (ADR 0022). */
const STAND = `
CREATE TABLE traject_stand (
  traject_id uuid PRIMARY KEY,
  cohort_id uuid NOT NULL,
  seq integer NOT NULL,
  toestand jsonb NOT NULL
);
CREATE INDEX ON traject_stand (cohort_id);
${metCohort('traject_stand')}
${regels('traject_stand', { SELECT: ADVISEUR }, true)}
GRANT SELECT ON traject_stand TO ${api};
GRANT SELECT, INSERT, UPDATE ON traject_stand TO ${worker};`;

/** A sign of stagnation, and what the adviseur made of it. */
const SIGNAAL = `
CREATE TABLE signaal (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  traject_id uuid NOT NULL,
  cohort_id uuid NOT NULL,
  -- The same thing is signalled once.
  sleutel text NOT NULL,
  soort text NOT NULL,
  stap text NOT NULL,
  onderwerp text NOT NULL,
  aantal integer NOT NULL,
  oorzaken text[] NOT NULL,
  op timestamptz NOT NULL,
  status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'bevestigd', 'verworpen')),
  besluit_oorzaken text[],
  besluit_op timestamptz,
  besluit_door uuid REFERENCES account (id),
  toelichting text,
  versie integer NOT NULL DEFAULT 1,
  UNIQUE (traject_id, sleutel)
);
CREATE INDEX ON signaal (cohort_id, status);
${metCohort('signaal')}
${regels('signaal', { SELECT: COHORT, UPDATE: ADVISEUR }, true)}
GRANT SELECT ON signaal TO ${api};
GRANT UPDATE (status, besluit_oorzaken, besluit_op, besluit_door, toelichting, versie) ON signaal TO ${api};
GRANT SELECT (id, traject_id, cohort_id, soort, stap, onderwerp, aantal, oorzaken, op, status, besluit_oorzaken, besluit_op)
  ON signaal TO ${onderzoek};
GRANT SELECT, INSERT ON signaal TO ${worker};`;

/** A change of days that was thought out before it was made: what it asks, and what it does to each traject. */
const WIJZIGINGSPLAN = `
CREATE TABLE wijzigingsplan (
  id uuid PRIMARY KEY,
  cohort_id uuid NOT NULL REFERENCES cohort (id),
  vraag jsonb NOT NULL,
  toelichting text NOT NULL,
  status text NOT NULL CHECK (status IN ('voorbeeld', 'bezig', 'toegepast', 'ongedaan')),
  gemaakt_door uuid NOT NULL REFERENCES account (id),
  gemaakt_op timestamptz NOT NULL DEFAULT now(),
  toegepast_op timestamptz,
  ongedaan_op timestamptz
);
CREATE INDEX ON wijzigingsplan (cohort_id);
CREATE TABLE wijzigingsplan_traject (
  plan_id uuid NOT NULL REFERENCES wijzigingsplan (id) ON DELETE CASCADE,
  traject_id uuid NOT NULL,
  cohort_id uuid NOT NULL,
  wijzigingen jsonb NOT NULL,
  status text NOT NULL DEFAULT 'wacht' CHECK (status IN ('wacht', 'toegepast', 'geweigerd', 'ongedaan')),
  reden text,
  -- The first moment that the change itself brings; after it the change cannot be undone.
  eerste_gevolg_op timestamptz,
  PRIMARY KEY (plan_id, traject_id)
);
CREATE INDEX ON wijzigingsplan_traject (traject_id);
${metCohort('wijzigingsplan_traject')}
${regels('wijzigingsplan', { SELECT: ADVISEUR, INSERT: ADVISEUR, UPDATE: ADVISEUR }, false)}
${regels('wijzigingsplan_traject', { SELECT: ADVISEUR, INSERT: ADVISEUR, UPDATE: ADVISEUR }, false)}
GRANT SELECT, INSERT ON wijzigingsplan, wijzigingsplan_traject TO ${api};
GRANT UPDATE (status, toegepast_op, ongedaan_op) ON wijzigingsplan TO ${api};
GRANT UPDATE (status, reden, eerste_gevolg_op) ON wijzigingsplan_traject TO ${api};`;

// A trigger is made by who may call its function; afterwards nobody may again.
const OPEN = (open: boolean): string =>
  `SET ROLE ${systeem}; ${open ? 'GRANT' : 'REVOKE'} EXECUTE ON FUNCTION neem_cohort_over() ${open ? 'TO' : 'FROM'} PUBLIC; RESET ROLE;`;

const NIEUW = 'traject_stand, signaal, wijzigingsplan, wijzigingsplan_traject';

export const TABELLEN = `${OPEN(true)}${STAND}${SIGNAAL}${WIJZIGINGSPLAN}${OPEN(false)}
GRANT SELECT, UPDATE, DELETE ON ${NIEUW} TO ${systeem};`;

export const TABELLEN_WEG = `
DROP TABLE wijzigingsplan_traject, wijzigingsplan, signaal, traject_stand;
`;
