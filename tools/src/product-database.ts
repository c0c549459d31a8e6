import { DATABASE_ROLLEN, zorgVoorDatabaseRollen, type Bevraagbaar } from '@maatwerktraject/database';
import { ensureLogins, onDatabase, type DatabaseLogins } from './database-logins.js';
import { productName, type Cluster } from './postgres.js';

/** A role that the owner of the database is a member of, and who made it one. */
interface Membership {
  readonly role: string;
  readonly grantor: string;
}

/**
 * Before there were logins per program, the owner made the roles itself, and so could become each of them and give them
 * away. What it keeps is to act as the system role.
 */
const takeBack = async (database: Bevraagbaar): Promise<void> => {
  const memberships = await database.query<Membership[]>(
    `select r.rolname as role, g.rolname as grantor
       from pg_auth_members m join pg_roles r on r.oid = m.roleid join pg_roles g on g.oid = m.grantor
      where m.member = '${productName}'::regrole and m.grantor <> m.member and r.rolname = any ($1)
        and (r.rolname <> '${DATABASE_ROLLEN.systeem}' or m.admin_option or m.inherit_option)`,
    [Object.values(DATABASE_ROLLEN)],
  );
  // What the owner gave with that right goes along: to itself, and to others.
  for (const { role, grantor } of memberships)
    await database.query(`revoke ${role} from ${productName} granted by ${grantor} cascade`);
};

/** Makes owner, roles, logins and database in a running cluster when they are not there yet. */
export const ensureProductDatabase = (
  cluster: Cluster,
  password: string,
  logins: DatabaseLogins,
): Promise<void> =>
  onDatabase(cluster.superuserUrl, async (database) => {
    const has = async (query: string): Promise<boolean> =>
      (await database.query<unknown[]>(query, [productName])).length > 0;
    if (!(await has('select from pg_roles where rolname = $1')))
      await database.query(`create role ${productName} login password '${password}'`);
    await database.query(`alter role ${productName} nocreaterole`);
    await takeBack(database);
    await zorgVoorDatabaseRollen(database, productName);
    await ensureLogins(database, logins);
    if (!(await has('select from pg_database where datname = $1')))
      await database.query(`create database ${productName} owner ${productName}`);
    await database.query(`revoke all on database ${productName} from public`);
    await database.query(
      `grant connect on database ${productName} to ${DATABASE_ROLLEN.api}, ${DATABASE_ROLLEN.worker}`,
    );
  });
