import { setTimeout as rust } from 'node:timers/promises';
import { emailIndex, parseKeyring, type Keyring } from '@maatwerktraject/crypto';
import { DATABASE_ROLLEN, maakSessie, SESSIE_COOKIE } from '@maatwerktraject/database';
import type { Rol } from '@maatwerktraject/domain';
import pg from 'pg';

/** Somebody of the example: one of the practice accounts, or a contactpersoon by address. */
export type Wie = 'adviseur' | 'onderzoeker' | 'beheerder' | `${string}@${string}`;

const ADRESSEN = {
  adviseur: 'adviseur@oefening.example',
  onderzoeker: 'onderzoeker@oefening.example',
  beheerder: 'beheerder@oefening.example',
} as const;
const GEDULD_MS = 300_000;

const isStaf = (wie: Wie): wie is keyof typeof ADRESSEN => wie in ADRESSEN;

/** The address with which somebody of the example logs in. */
export const adresVan = (wie: Wie): string => (isStaf(wie) ? ADRESSEN[wie] : wie);

/**
 * Logs the people of the example in past the login itself, which would take a mail and a page for each of hundreds: with
 * the rights of whoever may work on the database of this folder.
 */
export class Aanmeldingen {
  private readonly keyring: Keyring;
  private readonly cookies = new Map<Wie, Promise<string>>();

  constructor(
    private readonly databaseUrl: string,
    keys: string,
  ) {
    this.keyring = parseKeyring(keys);
  }

  /** The Cookie header of this person's browser. */
  cookie(wie: Wie): Promise<string> {
    const bekend = this.cookies.get(wie);
    if (bekend) return bekend;
    const nieuw = this.metGeduld(wie);
    this.cookies.set(wie, nieuw);
    return nieuw;
  }

  private async metGeduld(wie: Wie): Promise<string> {
    for (const tot = Date.now() + GEDULD_MS; ; await rust(500)) {
      try {
        return await this.meldAan(wie);
      } catch (fout) {
        // The database may be on its way back.
        if (Date.now() > tot) throw fout;
      }
    }
  }

  private async meldAan(wie: Wie): Promise<string> {
    const client = new pg.Client({ connectionString: this.databaseUrl });
    client.on('error', () => undefined);
    await client.connect();
    try {
      await client.query(`SET ROLE ${DATABASE_ROLLEN.systeem}`);
      const { rows } = await client.query<{ id: string }>('SELECT id FROM account WHERE email_index = $1', [
        emailIndex(this.keyring, adresVan(wie)),
      ]);
      const [account] = rows;
      if (!account) throw new Error(`er is geen account voor ${adresVan(wie)}`);
      const rol: Rol = isStaf(wie) ? wie : 'gemeente';
      const db = {
        query: async <T>(sql: string, waarden?: unknown[]): Promise<T> =>
          (await client.query(sql, waarden)).rows as T,
      };
      const sleutel = await maakSessie(db, {
        accountId: account.id,
        rol,
        via: rol === 'gemeente' ? 'link' : 'oidc',
        meerdereFactoren: false,
        apparaat: 'Voorbeeld',
      });
      return `${SESSIE_COOKIE}=${sleutel}`;
    } finally {
      await client.end();
    }
  }
}
