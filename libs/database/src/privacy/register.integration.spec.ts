import { BEWAARREGELS, BLIJFT } from '@maatwerktraject/domain';
import {
  inNaamVan,
  maakAccount,
  maakTestDatabase,
  meldAan,
  type TestDatabase,
} from '@maatwerktraject/testing/services';
import { DATABASE_ROLLEN } from '../toegang/database.rollen.js';
import { VERZEGELDE_KOLOMMEN } from '../toegang/verzegeld.js';
import { REGISTER } from './register.js';
import type { Kolom, Persoonsgegeven } from './register.vormen.js';

const kolommen: readonly (readonly [string, Kolom])[] = Object.entries(REGISTER).flatMap(([tabel, velden]) =>
  Object.entries(velden).map(([kolom, wat]) => [`${tabel}.${kolom}`, wat] as const),
);
const gegevens = kolommen.filter((paar): paar is [string, Persoonsgegeven] => paar[1] !== null);
const namen = (klopt: (wat: Persoonsgegeven) => boolean): string[] =>
  gegevens.filter(([, wat]) => klopt(wat)).map(([naam]) => naam);

describe('het register van persoonsgegevens', () => {
  let proef: TestDatabase;
  beforeAll(async () => {
    proef = await maakTestDatabase();
  });
  afterAll(() => proef.verwijder());

  const uitDatabase = async (opdracht: string): Promise<string[]> =>
    (await proef.database.query<{ naam: string }[]>(opdracht)).map(({ naam }) => naam).sort();

  it('has a line for every column, and no line for a column that is not there', async () => {
    const echt = await uitDatabase(
      `SELECT table_name || '.' || column_name AS naam FROM information_schema.columns WHERE table_schema = 'public'`,
    );
    expect(kolommen.map(([naam]) => naam).sort()).toEqual(echt);
  });

  it('calls those columns sealed that are', () => {
    expect(namen(({ verzegeld }) => verzegeld).sort()).toEqual([...VERZEGELDE_KOLOMMEN].sort());
  });

  it('says of each personal column whether an onderzoeker can read it, as the database has it', async () => {
    const leesbaar = await uitDatabase(
      `SELECT table_name || '.' || column_name AS naam FROM information_schema.column_privileges
        WHERE grantee = '${DATABASE_ROLLEN.onderzoek}' AND privilege_type = 'SELECT' AND table_schema = 'public'`,
    );
    expect(leesbaar.length).toBeGreaterThan(20);
    const persoonlijk = gegevens.map(([naam]) => naam);
    expect(namen(({ onderzoek }) => onderzoek).sort()).toEqual(
      leesbaar.filter((naam) => persoonlijk.includes(naam) && !naam.startsWith('sessie.')),
    );
  });

  it('shows an onderzoeker no session but his own, which is why the register does not count those', async () => {
    const { database } = proef;
    const ik = await maakAccount(database, 'ik@uni.example');
    const ander = await maakAccount(database, 'ander@uni.example');
    for (const account of [ik, ander]) await meldAan(database, account, 'onderzoeker');
    const gezien = await inNaamVan(
      database,
      { databaseRol: 'onderzoek', account: ik, rol: 'onderzoeker' },
      (db) => db.query('SELECT account_id FROM sessie'),
    );
    expect(gezien).toEqual([{ account_id: ik }]);
  });

  it('never lets an onderzoeker read names, addresses and networks', () => {
    expect(
      namen(({ onderzoek, soort }) => onderzoek && ['naam', 'email', 'netwerk'].includes(soort)),
    ).toEqual([]);
  });

  it('seals every name and address of a person, but what a mail server said', () => {
    expect(namen(({ soort, verzegeld }) => ['naam', 'email'].includes(soort) && !verzegeld)).toEqual([
      'bericht.toelichting',
    ]);
  });

  it('uses every term, and every name of a person ends', () => {
    const gebruikt = new Set<string>(gegevens.map(([, { bewaren }]) => bewaren));
    // Does to a contactpersoon in a cohort that never began what the other rule does after its end.
    expect(BEWAARREGELS.filter((regel) => !gebruikt.has(regel))).toEqual(['contactpersoon-concept']);
    expect(
      namen(({ soort, bewaren }) => ['naam', 'email', 'netwerk'].includes(soort) && bewaren in BLIJFT),
    ).toEqual([]);
  });
});
