import { randomUUID } from 'node:crypto';
import { DIENST_BEGIN, hashVan, nieuweSleutel, verzegel } from '@maatwerktraject/database';
import { RECHTEN, RECHTEN_VAN_MENSEN, type Recht, type Rol } from '@maatwerktraject/domain';
import { maakAccount, meldAan, TEST_KEYRING, verleen } from '@maatwerktraject/testing/services';
import type { DataSource } from 'typeorm';
import type { WieNaam } from './toegang-vormen.js';
import type { Wereld } from './werelden.js';

/** A service that acts as adviseur in these cohorten; gives its account. */
export async function maakDienst(database: DataSource, cohorten: readonly string[]): Promise<string> {
  const id = randomUUID();
  const naam = verzegel(TEST_KEYRING, 'account.naam', 'Zaaksysteem');
  await database.query(`INSERT INTO account (id, soort, naam) VALUES ($1, 'dienst', $2)`, [id, naam]);
  for (const cohortId of cohorten) await verleen(database, id, { rol: 'adviseur', cohortId });
  return id;
}

/** A token with these permissions; gives the Authorization header. */
export async function maakToken(
  database: DataSource,
  accountId: string,
  rechten: readonly Recht[],
  vervalt = '1 day',
): Promise<string> {
  const token = `${DIENST_BEGIN}${nieuweSleutel()}`;
  await database.query(
    `INSERT INTO diensttoken (account_id, naam, sleutel_hash, rol, rechten, vervalt_op)
     VALUES ($1, 'proef', $2, 'adviseur', $3, now() + $4::interval)`,
    [accountId, hashVan(token), rechten, vervalt],
  );
  return `Bearer ${token}`;
}

/** What a token can hold at all. */
const VOOR_DIENST = RECHTEN.filter((recht) => !RECHTEN_VAN_MENSEN.includes(recht));

/** Who sends a request: the account, and the headers that prove it. */
export interface Afzender {
  readonly account: string | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** Everyone of the matrix, in a world of their own. Each call logs in anew: some requests log out. */
export type Mensen = (wie: WieNaam, recht: Recht | 'openbaar') => Promise<Afzender>;

export async function maakMensen(database: DataSource, eigen: Wereld): Promise<Mensen> {
  const { cohortId, conceptId, trajecten } = eigen;
  const onderzoeker = await maakAccount(database, 'onderzoek@uni.example');
  await verleen(database, onderzoeker, { rol: 'onderzoeker', cohortId });
  const metNamen = await maakAccount(database, 'namen@uni.example');
  await verleen(database, metNamen, { rol: 'onderzoeker', cohortId });
  await verleen(database, metNamen, { rol: 'onderzoeker', cohortId, identiteiten: true });
  const beheerder = await maakAccount(database, 'beheer@les.example');
  const metInzage = await maakAccount(database, 'inzage@les.example');
  for (const account of [beheerder, metInzage]) await verleen(database, account, { rol: 'beheerder' });
  await database.query(
    `INSERT INTO inzage (account_id, traject_id, reden, vervalt_op) VALUES ($1, $2, 'melding', now() + interval '1 hour')`,
    [metInzage, trajecten[0].id],
  );
  const dienst = await maakDienst(database, [cohortId, conceptId]);
  const met = async (account: string, rol: Rol): Promise<Afzender> => ({
    account,
    headers: { Cookie: await meldAan(database, account, rol) },
  });
  const metToken = async (rechten: readonly Recht[]): Promise<Afzender> => ({
    account: dienst,
    headers: { Authorization: await maakToken(database, dienst, rechten) },
  });
  return (wie, recht) => {
    switch (wie) {
      case 'adviseur':
        return met(eigen.adviseur, 'adviseur');
      case 'hoofdcontact':
        return met(trajecten[0].hoofd, 'gemeente');
      case 'ander niveau':
        return met(trajecten[0].uitvoering, 'gemeente');
      case 'onderzoeker':
        return met(onderzoeker, 'onderzoeker');
      case 'onderzoeker met namen':
        return met(metNamen, 'onderzoeker');
      case 'beheerder':
        return met(beheerder, 'beheerder');
      case 'beheerder met inzage':
        return met(metInzage, 'beheerder');
      case 'dienst met het recht':
        return metToken(VOOR_DIENST.filter((een) => een === recht));
      case 'dienst zonder het recht':
        return metToken(VOOR_DIENST.filter((een) => een !== recht));
      case 'niemand':
        return Promise.resolve({ account: null, headers: {} });
    }
  };
}
