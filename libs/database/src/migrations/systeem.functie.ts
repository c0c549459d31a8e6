import { DATABASE_ROLLEN } from '../toegang/database.rollen.js';

const { systeem } = DATABASE_ROLLEN;

/** Runs with the rights of its owner, with a search path that nobody else can put things in. */
export const ALS_SYSTEEM = 'SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp';

/** SQL of a function that sees what the caller may not. */
export const inzicht = (kop: string, lijf: string): string => `
CREATE FUNCTION ${kop} LANGUAGE sql STABLE ${ALS_SYSTEEM} AS $$
${lijf}
$$;`;

/** SQL that puts functions of the system role in the place of others with the same heads. */
export const vervang = (functies: string): string => `
GRANT CREATE ON SCHEMA public TO ${systeem};
SET ROLE ${systeem};
${functies.replaceAll('CREATE FUNCTION', 'CREATE OR REPLACE FUNCTION')}
RESET ROLE;
REVOKE CREATE ON SCHEMA public FROM ${systeem};`;

/** The same of one that sees what the caller may not. */
export const vervangInzicht = (kop: string, lijf: string): string => vervang(inzicht(kop, lijf));

/** A function by its signature, and the roles that may call it; null for one that only a trigger calls. */
export interface SysteemFunctie {
  readonly functie: string;
  readonly voor: string | null;
}

/** SQL that gives functions to the system role, to be called by these roles and no others. */
export const geefAanSysteem = (functies: readonly SysteemFunctie[]): string => `
GRANT CREATE ON SCHEMA public TO ${systeem};
${functies
  .map(
    ({ functie, voor }) => `ALTER FUNCTION ${functie} OWNER TO ${systeem};
SET ROLE ${systeem};
REVOKE EXECUTE ON FUNCTION ${functie} FROM PUBLIC;
${voor === null ? '' : `GRANT EXECUTE ON FUNCTION ${functie} TO ${voor};`}
RESET ROLE;`,
  )
  .join('\n')}
REVOKE CREATE ON SCHEMA public FROM ${systeem};`;

/** SQL that removes functions of the system role, which nobody else can. */
export const haalWegVanSysteem = (functies: readonly SysteemFunctie[], ook: '' | ' CASCADE' = ''): string => `
SET ROLE ${systeem};
${functies.map(({ functie }) => `DROP FUNCTION ${functie}${ook};`).join('\n')}
RESET ROLE;`;
