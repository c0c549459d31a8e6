import {
  Uuid,
  type Account,
  type AccountRegel,
  type AccountVraag,
  type VerleendeRol,
} from '@maatwerktraject/contracts';
import { emailIndex, type Keyring } from '@maatwerktraject/crypto';
import { verzegel } from '@maatwerktraject/database';
import type { Rol } from '@maatwerktraject/domain';
import { z } from 'zod';
import type { Db } from '../database/scoped.database.js';
import { leesCursor, Moment, momentSql, type Gelezen } from '../http/pagina.js';
import { notFound } from '../http/problem.js';
import { emailVan, naamVan } from './naam.js';
import { leesToekenningenVan } from '../toekenning/toekenning.query.js';

export interface AccountRij {
  readonly id: string;
  readonly soort: 'mens' | 'dienst';
  /** Sealed, as is the address. */
  readonly naam: string;
  readonly email: string | null;
  readonly status: AccountRegel['status'];
  readonly rollen: Rol[];
  readonly versie: number;
  readonly created_at: Date;
  readonly gemaakt: string;
}

const SELECT = `
  SELECT a.id, a.soort, a.naam, a.email, a.status, rollen_van(a.id) AS rollen, a.versie, a.created_at,
         ${momentSql('a.created_at')} AS gemaakt
    FROM account a`;

const FILTER = `($1::text IS NULL OR a.soort = $1) AND ($2::text IS NULL OR a.status = $2)
  AND ($3::text IS NULL OR $3 = ANY (rollen_van(a.id)))`;

const Plaats = z.tuple([Moment, Uuid]);

export const plaatsVanAccount = ({ gemaakt, id }: AccountRij): z.infer<typeof Plaats> => [gemaakt, id];

/** Accounts in the order in which they were made. */
export async function leesAccounts(
  db: Db,
  {
    soort = null,
    status = null,
    rol = null,
    limiet,
    na,
  }: { [K in keyof AccountVraag]: AccountVraag[K] | null } & {
    readonly limiet: number;
  },
): Promise<Gelezen<AccountRij>> {
  const filter = [soort, status, rol];
  const [gemaakt = null, id = null] = leesCursor(na ?? undefined, Plaats) ?? [];
  const rijen = await db.query<AccountRij[]>(
    `${SELECT} WHERE ${FILTER} AND ($5::uuid IS NULL OR (a.created_at, a.id) > ($4::timestamptz, $5::uuid))
      ORDER BY a.created_at, a.id LIMIT $6`,
    [...filter, gemaakt, id, limiet + 1],
  );
  const [geteld] = await db.query<{ aantal: number }[]>(
    `SELECT count(*) AS aantal FROM account a WHERE ${FILTER}`,
    filter,
  );
  return { rijen, totaal: geteld?.aantal ?? 0 };
}

/** @throws ProblemException (404) when there is no such account. */
export async function leesAccountRij(db: Db, id: string): Promise<AccountRij> {
  const [rij] = await db.query<AccountRij[]>(`${SELECT} WHERE a.id = $1`, [id]);
  if (!rij) throw notFound('Dit account bestaat niet. Kijk in de lijst met accounts.');
  return rij;
}

export const accountRegel = (rij: AccountRij, keyring: Keyring): AccountRegel => ({
  id: rij.id,
  soort: rij.soort,
  naam: naamVan(keyring, rij),
  email: emailVan(keyring, rij),
  status: rij.status,
  rollen: rij.rollen,
  gemaaktOp: rij.created_at.toISOString(),
});

/** One account with what was given to it. @throws ProblemException (404) */
export async function leesAccount(db: Db, id: string, keyring: Keyring): Promise<Account> {
  const rij = await leesAccountRij(db, id);
  return {
    ...accountRegel(rij, keyring),
    toekenningen: await leesToekenningenVan(db, id, keyring),
    versie: rij.versie,
  };
}

/** The account with this address; made when there is none. */
export async function accountBij(db: Db, keyring: Keyring, naam: string, email: string): Promise<string> {
  const [account] = await db.query<{ id: string }[]>('SELECT account_bij($1, $2, $3) AS id', [
    emailIndex(keyring, email),
    verzegel(keyring, 'account.naam', naam),
    verzegel(keyring, 'account.email', email),
  ]);
  if (!account) throw new Error('no account came of it');
  return account.id;
}

/** Gives a role without a cohort; says whether that was new. */
export async function geefRol(
  db: Db,
  accountId: string,
  rol: VerleendeRol,
  reden: string | null = null,
): Promise<boolean> {
  const nieuw = await db.query<unknown[]>(
    `INSERT INTO toekenning (account_id, rol, reden, verleend_door) VALUES ($1, $2, $3, huidig_account())
     ON CONFLICT DO NOTHING RETURNING id`,
    [accountId, rol, reden],
  );
  return nieuw.length > 0;
}
