import { DatabaseGebruikerFout, foutcode, type Bevraagbaar } from './database.fout.js';

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

const { api, onderzoek, systeem } = DATABASE_ROLLEN;

interface Stand {
  readonly rollen: string[];
  readonly kent_onderzoek: boolean;
  readonly is_superuser: boolean;
  readonly wordt_systeem: boolean;
  /** Written as SQL wants it. */
  readonly eigenaar: string;
  readonly versie: number;
}

async function lees(database: Bevraagbaar, eigenaar: string | null): Promise<Stand> {
  // A role that is not there yet has no members: the names are looked up, not taken for granted.
  const [stand] = await database.query<Stand[]>(
    `SELECT coalesce((SELECT array_agg(rolname::text) FROM pg_roles WHERE rolname = ANY ($1)), '{}') AS rollen,
            EXISTS (SELECT FROM pg_roles a, pg_roles o WHERE a.rolname = '${api}' AND o.rolname = '${onderzoek}'
                       AND pg_has_role(a.oid, o.oid, 'MEMBER')) AS kent_onderzoek,
            e.rolsuper AS is_superuser, quote_ident(e.rolname) AS eigenaar, v.versie,
            EXISTS (SELECT FROM pg_roles s WHERE s.rolname = '${systeem}'
                       AND pg_has_role(e.oid, s.oid, CASE WHEN v.versie >= 160000 THEN 'SET' ELSE 'MEMBER' END)) AS wordt_systeem
       FROM pg_roles e, (SELECT current_setting('server_version_num')::int) AS v (versie)
      WHERE e.rolname = coalesce($2, current_user)`,
    [Object.values(DATABASE_ROLLEN), eigenaar],
  );
  if (!stand) throw new Error(`there is no database user ${eigenaar ?? ''}`);
  return stand;
}

/**
 * The statements that are still to be run before `eigenaar` (null: whoever asks) can bring a database of this server up
 * to date; none when all is there. The owner can act as the system role without having its rights: from PostgreSQL 16 on
 * these are two things; before, a member inherits unless it was made NOINHERIT.
 */
export async function ontbrekendeRollen(
  database: Bevraagbaar,
  eigenaar: string | null = null,
): Promise<string[]> {
  const stand = await lees(database, eigenaar);
  const apart = stand.versie >= 160_000 ? ' WITH SET TRUE, INHERIT FALSE' : '';
  return [
    ...Object.values(DATABASE_ROLLEN)
      .filter((rol) => !stand.rollen.includes(rol))
      .map((rol) => `CREATE ROLE ${rol} NOLOGIN`),
    ...(stand.kent_onderzoek ? [] : [`GRANT ${onderzoek} TO ${api}`]),
    ...(stand.is_superuser || stand.wordt_systeem ? [] : [`GRANT ${systeem} TO ${stand.eigenaar}${apart}`]),
  ];
}

/** Roles belong to the server: another database of it was at it at the same instant. */
const SAMENLOOP = ['42710', '23505', 'XX000'];
const GEWEIGERD = '42501';

/**
 * Makes the roles that are not there yet. Where a database administrator has made them, it asks and changes nothing.
 * @throws DatabaseGebruikerFout with the statements for the administrator, when this user may not make roles
 */
export async function zorgVoorDatabaseRollen(
  database: Bevraagbaar,
  eigenaar: string | null = null,
): Promise<void> {
  for (let keer = 1; ; keer++) {
    const opdrachten = await ontbrekendeRollen(database, eigenaar);
    try {
      for (const opdracht of opdrachten) await database.query(opdracht);
      return;
    } catch (error) {
      if (foutcode(error) === GEWEIGERD)
        throw new DatabaseGebruikerFout(
          [
            'De gebruiker in DATABASE_URL mag geen rollen maken. Laat een databasebeheerder dit uitvoeren, en probeer het dan opnieuw:',
            ...opdrachten.map((opdracht) => `  ${opdracht};`),
          ].join('\n'),
        );
      if (keer === 10 || !SAMENLOOP.includes(foutcode(error))) throw error;
    }
  }
}
