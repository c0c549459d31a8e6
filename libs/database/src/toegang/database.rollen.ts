import type { DataSource } from 'typeorm';

/**
 * The roles of PostgreSQL under which the product works (ADR 0013). The owner of the tables uses none of them: with
 * FORCE ROW LEVEL SECURITY it sees no row of its own.
 */
export const DATABASE_ROLLEN = {
  /** The API: only what the person of this transaction may see. */
  api: 'maatwerktraject_api',
  /** The API for an onderzoeker: columns without names, codes and texts. */
  onderzoek: 'maatwerktraject_onderzoek',
  /** The worker: what its activities need, of all cohorten. */
  worker: 'maatwerktraject_worker',
  /** Owns the functions that decide who sees what; the command line works under it. Nobody logs in as it. */
  systeem: 'maatwerktraject_systeem',
} as const;

// Roles belong to the server, not to one database: two databases may be made at the same moment.
const MAAK = (rol: string): string => `
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${rol}') THEN CREATE ROLE ${rol} NOLOGIN; END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$`;

// Whoever migrates can act as each of them, but is none of them: the rights do not come along by themselves. From
// PostgreSQL 16 on these are two things; before, a member inherits unless the role itself was made NOINHERIT.
const WORD_LID = (rol: string): string => `
DO $$ BEGIN
  IF (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN NULL;
  ELSIF current_setting('server_version_num')::int >= 160000 THEN
    IF NOT pg_has_role(current_user, '${rol}', 'SET') THEN
      EXECUTE format('GRANT ${rol} TO %I WITH SET TRUE, INHERIT FALSE', current_user);
    END IF;
  ELSIF NOT pg_has_role(current_user, '${rol}', 'MEMBER') THEN
    EXECUTE format('GRANT ${rol} TO %I', current_user);
  END IF;
EXCEPTION WHEN unique_violation THEN NULL;
END $$`;

const ONDERZOEK_VOOR_API = `
DO $$ BEGIN
  IF NOT pg_has_role('${DATABASE_ROLLEN.api}', '${DATABASE_ROLLEN.onderzoek}', 'MEMBER') THEN
    GRANT ${DATABASE_ROLLEN.onderzoek} TO ${DATABASE_ROLLEN.api};
  END IF;
EXCEPTION WHEN unique_violation THEN NULL;
END $$`;

/** Another database of this server was at it at the same instant. */
const SAMENLOOP = /tuple concurrently updated|duplicate key/;

/**
 * Makes the roles that are not there yet, and lets whoever migrates act as the system role.
 * @throws Error (42501) when this user may not make roles: then a database administrator makes them first
 */
export async function zorgVoorDatabaseRollen(database: DataSource): Promise<void> {
  const stappen = [
    ...Object.values(DATABASE_ROLLEN).map(MAAK),
    ...Object.values(DATABASE_ROLLEN).map(WORD_LID),
    ONDERZOEK_VOOR_API,
  ];
  for (const stap of stappen)
    for (let keer = 1; ; keer++) {
      try {
        await database.query(stap);
        break;
      } catch (error) {
        if (keer === 10 || !(error instanceof Error) || !SAMENLOOP.test(error.message)) throw error;
      }
    }
}

/** The address of a database such that its connections act under `rol` from their first query on. */
export function alsDatabaseRol(url: string, rol: keyof typeof DATABASE_ROLLEN): string {
  const adres = new URL(url);
  adres.searchParams.set('options', `-c role=${DATABASE_ROLLEN[rol]}`);
  // The client reads %20, and takes a plus sign for itself.
  return adres.href.replace(/\+/g, '%20');
}

/** Channel on which a commit tells the worker that somebody waits for a link to log in. */
export const AANMELDLINK_KANAAL = 'aanmeldlink_gevraagd';

/** Channel on which a commit tells the worker that somebody is to be invited. */
export const UITNODIGING_KANAAL = 'uitnodiging_klaar';
