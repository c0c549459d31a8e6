import { DatabaseGebruikerFout, type Bevraagbaar } from './database.fout.js';
import { DATABASE_ROLLEN } from './database.rollen.js';

/** A program that logs in by itself; each has a user of the database that is member of the role of that name alone. */
export type Programma = 'api' | 'worker';

/** A user of the database, with its password. */
export interface Login {
  readonly naam: string;
  readonly wachtwoord: string;
}

const VEILIG = /^[a-z0-9_]+$/;

/**
 * Makes the user of a program, or gives the one that is there this password.
 * @throws Error (42501) when whoever asks may not make users
 */
export async function zorgVoorLogin(
  database: Bevraagbaar,
  programma: Programma,
  { naam, wachtwoord }: Login,
): Promise<void> {
  // Neither can be a parameter here.
  if (!VEILIG.test(naam) || !VEILIG.test(wachtwoord)) throw new Error('no such name or password');
  const bekend = await database.query<unknown[]>('SELECT FROM pg_roles WHERE rolname = $1', [naam]);
  await database.query(
    bekend.length === 0
      ? `CREATE ROLE ${naam} LOGIN PASSWORD '${wachtwoord}' IN ROLE ${DATABASE_ROLLEN[programma]}`
      : `ALTER ROLE ${naam} LOGIN PASSWORD '${wachtwoord}'`,
  );
}

/** The address of a database for another user. */
export function alsLogin(url: string, { naam, wachtwoord }: Login): string {
  return Object.assign(new URL(url), { username: naam, password: wachtwoord }).href;
}

interface Mag {
  readonly naam: string;
  readonly superuser: boolean;
  readonly voorbij_regels: boolean;
  readonly maakt: boolean;
  readonly eigenaar: boolean;
  readonly rollen: string[];
  readonly heeft_recht: boolean;
}

// The user that logged in, whatever role the session has now; and each role that it is a member of, however far away.
const MAG = `
WITH wordt AS MATERIALIZED (SELECT * FROM pg_roles WHERE pg_has_role(session_user, oid, 'MEMBER'))
SELECT session_user AS naam, bool_or(rolsuper) AS superuser, bool_or(rolbypassrls) AS voorbij_regels,
       bool_or(rolcreaterole OR rolcreatedb OR rolreplication) AS maakt, array_agg(rolname::text) AS rollen,
       EXISTS (SELECT FROM pg_class c JOIN wordt w ON w.oid = c.relowner WHERE c.relnamespace = 'public'::regnamespace)
         OR EXISTS (SELECT FROM pg_database d JOIN wordt w ON w.oid = d.datdba WHERE d.datname = current_database())
         AS eigenaar,
       EXISTS (SELECT FROM pg_roles r WHERE r.rolname = $1 AND pg_has_role(session_user, r.oid, 'USAGE')) AS heeft_recht
  FROM wordt`;

/** What this user may be a member of, besides roles of the organisation itself. */
const EIGEN: Readonly<Record<Programma, readonly string[]>> = {
  api: [DATABASE_ROLLEN.api, DATABASE_ROLLEN.onderzoek],
  worker: [DATABASE_ROLLEN.worker],
};

function teVeel(programma: Programma, mag: Mag): string | undefined {
  if (mag.superuser) return 'is superuser';
  if (mag.voorbij_regels) return 'mag voorbij de rijregels (BYPASSRLS)';
  if (mag.maakt) return 'mag rollen of databases maken, of alles kopiëren';
  if (mag.eigenaar) return 'is eigenaar van de database of van tabellen';
  const vreemd = mag.rollen.find(
    (rol) =>
      rol.startsWith('pg_') ||
      (Object.values<string>(DATABASE_ROLLEN).includes(rol) && !EIGEN[programma].includes(rol)),
  );
  return vreemd === undefined ? undefined : `kan de rol ${vreemd} aannemen`;
}

/**
 * Refuses to go on with a user of the database that may more than this program needs: a hole in the program would be a
 * hole in the row rules (ADR 0013).
 * @throws DatabaseGebruikerFout
 */
export async function keurLogin(database: Bevraagbaar, programma: Programma): Promise<void> {
  const rol = DATABASE_ROLLEN[programma];
  const [mag] = await database.query<[Mag]>(MAG, [rol]);
  const hoe = `Gebruik een eigen gebruiker, die alleen lid is van ${rol}. Hoe u die maakt, staat in docs/beheer.md bij "Gebruikers van de database".`;
  const bezwaar = teVeel(programma, mag);
  if (bezwaar !== undefined)
    throw new DatabaseGebruikerFout(`De gebruiker ${mag.naam} in DATABASE_URL ${bezwaar}. ${hoe}`);
  if (!mag.heeft_recht)
    throw new DatabaseGebruikerFout(`De gebruiker ${mag.naam} in DATABASE_URL mag te weinig. ${hoe}`);
}
