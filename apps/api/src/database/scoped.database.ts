import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DATABASE_ROLLEN } from '@maatwerktraject/database';
import type { Rol } from '@maatwerktraject/domain';
import type { NextFunction, Request, Response } from 'express';
import { DataSource, type EntityManager } from 'typeorm';

/** In whose name the database is asked. `aanmelding`: the login itself, before it is known who somebody is. */
export interface DatabaseIdentity {
  readonly accountId: string | null;
  readonly rol: Rol | 'aanmelding';
}

export const AANMELDING: DatabaseIdentity = { accountId: null, rol: 'aanmelding' };

/** What repositories need of a database. */
export type Db = Pick<EntityManager, 'query'>;

type Mode = '' | 'READ ONLY' | 'ISOLATION LEVEL REPEATABLE READ READ ONLY';

const current = new AsyncLocalStorage<{ identity?: DatabaseIdentity }>();

/** Gives each request a place for its identity; before any guard. */
export function rememberIdentity(_request: Request, _response: Response, next: NextFunction): void {
  current.run({}, next);
}

/** From here on this request asks the database in the name of `identity`. @throws Error outside a request */
export function actAs(identity: DatabaseIdentity): void {
  const store = current.getStore();
  if (!store) throw new Error('actAs outside a request');
  store.identity = identity;
}

const UUID = /^[0-9a-f-]{36}$/;
const WORD = /^[a-z]+$/;

// One round trip, which takes no parameters; what is put in is checked first, and comes from the database itself.
function opening({ accountId, rol }: DatabaseIdentity, mode: Mode): string {
  if ((accountId !== null && !UUID.test(accountId)) || !WORD.test(rol)) throw new Error('no such identity');
  const role = rol === 'onderzoeker' ? `; SET LOCAL ROLE ${DATABASE_ROLLEN.onderzoek}` : '';
  const account = accountId === null ? 'NULL' : `'${accountId}'`;
  return `BEGIN ${mode}; SELECT begin_als(${account}, '${rol}')${role}`;
}

/** A connection, as the pool gives it. */
interface Client {
  query(sql: string): Promise<unknown>;
}

/**
 * The opening and the first questions go out together, and the database takes them in this order: one wait less. Without its
 * opening a question sees nothing at all, and what it gave is dropped.
 */
async function both<T>(begun: Promise<unknown>, work: Promise<T>): Promise<T> {
  const [opened, done] = await Promise.allSettled([begun, work]);
  if (opened.status === 'rejected') throw opened.reason;
  if (done.status === 'rejected') throw done.reason;
  return done.value;
}

/**
 * The database as the person of this request sees it: each piece of work is a transaction of its own that begins by
 * saying who asks (ADR 0013). Without an identity nothing is asked at all, and the row rules would show nothing.
 *
 * Locks are taken in one order everywhere, so that no two pieces of work wait for each other: the lock of the beheerders,
 * then the account, then what hangs from it (sessie, toekenning, token), and the audit log last. An insert that refers to an
 * account locks it as well: `schrijfAudit` comes after every other write of its transaction.
 */
@Injectable()
export class ScopedDatabase {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** Reads that belong together. */
  read<T>(work: (db: EntityManager) => Promise<T>): Promise<T> {
    return this.run(this.identity(), 'READ ONLY', work);
  }

  /** Reads that see the database as it was at one instant. */
  snapshot<T>(work: (db: EntityManager) => Promise<T>): Promise<T> {
    return this.run(this.identity(), 'ISOLATION LEVEL REPEATABLE READ READ ONLY', work);
  }

  /** All or nothing. */
  transaction<T>(work: (db: EntityManager) => Promise<T>): Promise<T> {
    return this.run(this.identity(), '', work);
  }

  /** A single statement. */
  query<T>(sql: string, parameters: unknown[] = []): Promise<T> {
    return this.transaction((db) => db.query<T>(sql, parameters));
  }

  /** Work in a name that this request does not have (yet): to log in, and to write down what was refused. */
  as<T>(identity: DatabaseIdentity, work: (db: EntityManager) => Promise<T>): Promise<T> {
    return this.run(identity, '', work);
  }

  private identity(): DatabaseIdentity {
    const identity = current.getStore()?.identity;
    if (!identity) throw new Error('the database was asked without an identity');
    return identity;
  }

  private async run<T>(
    identity: DatabaseIdentity,
    mode: Mode,
    work: (db: EntityManager) => Promise<T>,
  ): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      const client = (await runner.connect()) as Client;
      const begin = opening(identity, mode);
      try {
        // Inside: an opening that fails halfway has begun a transaction, and may have said who asks.
        const result = await (mode === 'READ ONLY'
          ? both(client.query(begin), (async () => work(runner.manager))())
          : client.query(begin).then(() => work(runner.manager)));
        await client.query('COMMIT');
        return result;
      } catch (error) {
        await client.query('ROLLBACK').catch(() => undefined);
        throw error;
      }
    } finally {
      await runner.release();
    }
  }
}
