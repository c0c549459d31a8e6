import { Inject, Injectable } from '@nestjs/common';
import type {
  Account,
  AccountPagina,
  AccountVraag,
  AccountWijziging,
  NieuwAccount,
} from '@maatwerktraject/contracts';
import { emailIndex } from '@maatwerktraject/crypto';
import { verzegel } from '@maatwerktraject/database';
import type { Request } from 'express';
import { schrijfAudit } from '../audit/audit.query.js';
import { ScopedDatabase, type Db } from '../database/scoped.database.js';
import { otherVersion } from '../http/if-match.decorator.js';
import { pagina } from '../http/pagina.js';
import { notFound, refused } from '../http/problem.js';
import { SETTINGS, type Settings } from '../settings.js';
import type { Aangemelde } from '../toegang/aangemelde.js';
import {
  accountBij,
  accountRegel,
  geefRol,
  leesAccount,
  leesAccountRij,
  leesAccounts,
  plaatsVanAccount,
  type AccountRij,
} from './account.query.js';
import { bewaakAdviseurs, bewaakLaatsteBeheerder, eenVoorEen } from './laatste.js';
import { emailVan } from './naam.js';

/** Ends whatever somebody is logged in with; what was ended does not come back when the account does. */
async function beeindigAlles(db: Db, accountId: string): Promise<void> {
  await db.query('UPDATE sessie SET beeindigd_op = now() WHERE account_id = $1 AND beeindigd_op IS NULL', [
    accountId,
  ]);
  await db.query(
    'UPDATE diensttoken SET ingetrokken_op = now() WHERE account_id = $1 AND ingetrokken_op IS NULL',
    [accountId],
  );
}

/**
 * Locks an account and what hangs from it, in the order of the house: blocking a service stops its webhooks at once, and
 * that already writes in the audit log.
 */
async function houVast(db: Db, accountId: string): Promise<void> {
  await db.query('SELECT FROM account WHERE id = $1 FOR NO KEY UPDATE', [accountId]);
  for (const tabel of ['sessie', 'diensttoken'])
    await db.query(`SELECT FROM ${tabel} WHERE account_id = $1 ORDER BY id FOR NO KEY UPDATE`, [accountId]);
}

type Adresbezwaar = 'onbekend' | 'geen-mens' | 'andere-versie' | 'bezet';

const ADRESBEZWAREN: Readonly<Record<Adresbezwaar, () => Error>> = {
  onbekend: () => notFound('Dit account bestaat niet. Kijk in de lijst met accounts.'),
  'geen-mens': () =>
    refused('geen-mens', 'Dit account is van een dienst of is gewist. Het heeft geen e-mailadres.'),
  'andere-versie': () => otherVersion(),
  bezet: () =>
    refused('adres-bezet', 'Er is al een account met dit e-mailadres. Kijk in de lijst met accounts.'),
};

/** @throws ProblemException (409) for an account that is blocked or erased */
export function weigerNietActief({ status }: Pick<AccountRij, 'status'>): void {
  if (status === 'geblokkeerd')
    throw refused('account-geblokkeerd', 'Dit account is geblokkeerd. Maak het eerst weer actief.');
  if (status === 'gewist')
    throw refused('account-gewist', 'De gegevens van dit account zijn gewist. Maak een nieuw account.');
}

/** Who can use this, and as what. */
@Injectable()
export class AccountService {
  constructor(
    private readonly database: ScopedDatabase,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  lijst(vraag: AccountVraag): Promise<AccountPagina> {
    return this.database.read(async (db) =>
      pagina(await leesAccounts(db, vraag), vraag, plaatsVanAccount, (rij) =>
        accountRegel(rij, this.settings.keyring),
      ),
    );
  }

  lees(id: string): Promise<Account> {
    return this.database.read((db) => leesAccount(db, id, this.settings.keyring));
  }

  /** Makes an account; of a person whose address is known, the account that is there gets the roles as well. */
  maak(invoer: NieuwAccount, kenmerk: string, request: Request): Promise<Account> {
    const { keyring } = this.settings;
    return this.database.transaction(async (db) => {
      const id =
        invoer.soort === 'mens'
          ? await accountBij(db, keyring, invoer.naam, invoer.email)
          : await this.maakDienst(db, invoer.naam, kenmerk);
      weigerNietActief(await leesAccountRij(db, id));
      const rollen = invoer.soort === 'mens' ? [...new Set(invoer.rollen)] : [];
      for (const rol of rollen) await geefRol(db, id, rol);
      await schrijfAudit(db, {
        handeling: 'account-maken',
        onderwerp: `account/${id}`,
        inhoud: { soort: invoer.soort, rollen },
        request,
      });
      return leesAccount(db, id, keyring);
    });
  }

  /** Changes a name or a status, when nobody else did so since version `versie`. */
  wijzig(
    id: string,
    { naam, status, email }: AccountWijziging,
    versie: number,
    wie: Aangemelde,
    request: Request,
  ): Promise<Account> {
    const { keyring } = this.settings;
    if (email !== undefined) return this.wijzigAdres(id, email, versie, request);
    return this.database.transaction(async (db) => {
      if (status === 'geblokkeerd') await eenVoorEen(db);
      const oud = await leesAccountRij(db, id);
      if (oud.status === 'gewist') weigerNietActief(oud);
      if (status === 'geblokkeerd') {
        await this.weigerBlokkeren(db, oud, wie);
        await houVast(db, id);
      }
      const [, geraakt] = await db.query<[unknown, number]>(
        'UPDATE account SET naam = coalesce($3, naam), status = coalesce($4, status) WHERE id = $1 AND versie = $2',
        [id, versie, naam === undefined ? null : verzegel(keyring, 'account.naam', naam), status ?? null],
      );
      if (geraakt === 0) throw otherVersion();
      if (status === 'geblokkeerd') await beeindigAlles(db, id);
      await schrijfAudit(db, {
        handeling: 'account-wijzigen',
        onderwerp: `account/${id}`,
        // That the name changed, not what it was or is: this log is never changed.
        inhoud: {
          naam: naam !== undefined,
          ...(status === undefined ? {} : { van: oud.status, naar: status }),
        },
        request,
      });
      return leesAccount(db, id, keyring);
    });
  }

  /** Another address: mail goes there from now on, and who was logged in by the old one is not any more. */
  private wijzigAdres(id: string, email: string, versie: number, request: Request): Promise<Account> {
    const { keyring } = this.settings;
    return this.database.transaction(async (db) => {
      const oud = emailVan(keyring, await leesAccountRij(db, id));
      const [rij] = await db.query<{ bezwaar: Adresbezwaar | null }[]>(
        'SELECT wijzig_adres($1, $2, $3, $4, $5, $6) AS bezwaar',
        [
          id,
          versie,
          verzegel(keyring, 'account.email', email),
          emailIndex(keyring, email),
          verzegel(keyring, 'contactpersoon.email', email),
          oud === null ? null : verzegel(keyring, 'accountbericht.aan', oud),
        ],
      );
      const bezwaar = rij?.bezwaar ?? null;
      if (bezwaar !== null) throw ADRESBEZWAREN[bezwaar]();
      await schrijfAudit(db, {
        handeling: 'account-wijzigen',
        onderwerp: `account/${id}`,
        inhoud: { email: true },
        request,
      });
      return leesAccount(db, id, keyring);
    });
  }

  private async weigerBlokkeren(db: Db, { id, rollen }: AccountRij, wie: Aangemelde): Promise<void> {
    if (id === wie.accountId)
      throw refused('eigen-account', 'U kunt uw eigen account niet blokkeren. Vraag een andere beheerder.');
    if (rollen.includes('beheerder')) await bewaakLaatsteBeheerder(db, id);
    await bewaakAdviseurs(db, id);
  }

  /** Under an ID that follows from the key: a command that is sent twice makes one account. */
  private async maakDienst(db: Db, naam: string, kenmerk: string): Promise<string> {
    await db.query(
      `INSERT INTO account (id, soort, naam) VALUES ($1, 'dienst', $2) ON CONFLICT (id) DO NOTHING`,
      [kenmerk, verzegel(this.settings.keyring, 'account.naam', naam)],
    );
    return kenmerk;
  }
}
