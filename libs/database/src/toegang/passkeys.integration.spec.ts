import {
  gevolg,
  inNaamVan,
  maakAccount,
  maakPasskey,
  maakTestDatabase,
  type InNaamVan,
  type TestDatabase,
} from '@maatwerktraject/testing/services';

const GEWEIGERD = '42501';
const NIEUW = `INSERT INTO passkey (account_id, naam, kenmerk, publieke_sleutel, teller)
               VALUES ($1, 'x', gen_random_uuid()::text, 'x', 0) RETURNING id`;
const VERWIJDER = 'DELETE FROM passkey WHERE account_id = $1';
const TEL = 'UPDATE passkey SET teller = teller + 1 WHERE account_id = $1';

describe('de rijregels van passkeys', () => {
  let proef: TestDatabase;
  let kim: string;
  let sam: string;

  beforeAll(async () => {
    proef = await maakTestDatabase();
    kim = await maakAccount(proef.database, 'kim@x.example');
    sam = await maakAccount(proef.database, 'sam@x.example');
    for (const account of [kim, sam]) await maakPasskey(proef.database, account);
  });
  afterAll(() => proef.verwijder());

  const als = (rol: string): InNaamVan => ({ databaseRol: 'api', account: kim, rol });
  const gezien = (rol: string): Promise<{ account_id: string }[]> =>
    inNaamVan(proef.database, als(rol), (db) =>
      db.query('SELECT account_id FROM passkey ORDER BY account_id'),
    );

  it('show everyone his own, and a beheerder all, to take them away', async () => {
    for (const rol of ['gemeente', 'aanmelding', 'adviseur'])
      expect([rol, await gezien(rol)]).toEqual([rol, [{ account_id: kim }]]);
    expect(await gezien('beheerder')).toHaveLength(2);
    expect(await gevolg(proef.database, als('beheerder'), VERWIJDER, [sam])).toBe(1);
  });

  it.each([
    ['gemeente', [1, 1, 1]],
    // Who has shown a link alone sees which passkey he is asked for.
    ['aanmelding', [GEWEIGERD, 0, 0]],
    ['adviseur', [GEWEIGERD, 0, 0]],
    ['beheerder', [GEWEIGERD, 0, 1]],
  ])('let %s make, count and remove what is his own: %j', async (rol, verwacht) => {
    const gevolgen = [];
    for (const sql of [NIEUW, TEL, VERWIJDER])
      gevolgen.push(await gevolg(proef.database, als(rol), sql, [kim]));
    expect(gevolgen).toEqual(verwacht);
  });

  it('let nobody make or count one of somebody else', async () => {
    for (const rol of ['gemeente', 'aanmelding', 'adviseur', 'beheerder'])
      expect([
        await gevolg(proef.database, als(rol), NIEUW, [sam]),
        await gevolg(proef.database, als(rol), TEL, [sam]),
      ]).toEqual([GEWEIGERD, 0]);
  });
});
