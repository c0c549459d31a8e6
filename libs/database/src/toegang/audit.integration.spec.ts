import { createHash } from 'node:crypto';
import { gevolg, maakAccount, maakTestDatabase, type TestDatabase } from '@maatwerktraject/testing/services';
import type { DataSource } from 'typeorm';

interface Regel {
  readonly volgnummer: number;
  readonly tijd: string;
  readonly account_id: string | null;
  readonly rol: string | null;
  readonly handeling: string;
  readonly onderwerp: string | null;
  readonly reden: string | null;
  readonly inhoud: string;
  readonly herkomst: string;
  readonly vorige: string;
  readonly hash: string;
}

const sha256 = (tekst: string | Buffer): string => createHash('sha256').update(tekst).digest('hex');

/** A JSON array as PostgreSQL writes it. */
const alsArray = (delen: readonly unknown[]): string =>
  `[${delen.map((deel) => JSON.stringify(deel)).join(', ')}]`;

/** The numbers of the lines that do not follow from what stands before them, worked out outside the database. */
async function gebroken(database: DataSource): Promise<number[]> {
  const regels = await database.query<Regel[]>(
    `SELECT volgnummer, extract(epoch FROM op)::text AS tijd, account_id, rol, handeling, onderwerp, reden,
            inhoud::text AS inhoud, encode(herkomst_hash, 'hex') AS herkomst, encode(vorige_hash, 'hex') AS vorige,
            encode(hash, 'hex') AS hash
       FROM audit ORDER BY volgnummer`,
  );
  let vorige = sha256('maatwerktraject');
  const fout: number[] = [];
  for (const [index, regel] of regels.entries()) {
    const { hash, ...rest } = regel;
    const klopt =
      regel.volgnummer === index + 1 &&
      regel.vorige === vorige &&
      hash === sha256(alsArray(Object.values(rest)));
    if (!klopt) fout.push(regel.volgnummer);
    vorige = hash;
  }
  return fout;
}

describe('het auditlog', () => {
  let proef: TestDatabase;
  let database: DataSource;
  let account: string;

  beforeAll(async () => {
    proef = await maakTestDatabase();
    ({ database } = proef);
    account = await maakAccount(database, 'b@les.example');
    const runner = database.createQueryRunner();
    for (const [index, reden] of [
      'een',
      'met "aanhalingstekens", \\ en 💶',
      null,
      'vier',
      'vijf',
    ].entries()) {
      await runner.startTransaction();
      await runner.query(`SELECT begin_als($1, 'beheerder')`, [account]);
      await runner.query('SET LOCAL ROLE maatwerktraject_api');
      await runner.query('SELECT schrijf_audit($1, $2, $3, $4, $5)', [
        'proef',
        `ding/${String(index)}`,
        reden,
        JSON.stringify({ b: index, a: ['x', { c: 1.5 }] }),
        index === 2 ? null : '192.0.2.7',
      ]);
      await runner.commitTransaction();
    }
    await runner.release();
  });
  afterAll(() => proef.verwijder());

  it('says who did what in whose name, whatever the caller says of himself', async () => {
    const regels = await database.query<{ volgnummer: number; account_id: string; rol: string }[]>(
      'SELECT volgnummer, account_id, rol FROM audit ORDER BY volgnummer',
    );
    expect(regels).toEqual(
      [1, 2, 3, 4, 5].map((volgnummer) => ({ volgnummer, account_id: account, rol: 'beheerder' })),
    );
  });

  it('is a chain that anyone can work out again', async () => {
    expect(await gebroken(database)).toEqual([]);
    const [rij] = await database.query<{ klopt: boolean }[]>(
      `SELECT bool_and(a.herkomst_hash = sha256(h.zout || convert_to(h.adres, 'UTF8'))) AS klopt
         FROM audit a JOIN audit_herkomst h USING (volgnummer)`,
    );
    expect(rij?.klopt).toBe(true);
  });

  it.each(['audit', 'gebeurtenis'])('of %s is changed by nobody, not even a superuser', async (tabel) => {
    await database.query(
      `INSERT INTO cohort (id, naam, sjabloon_sleutel, sjabloon_versie, startdatum, adviseur_naam, adviseur_email, status)
       SELECT '00000000-0000-4000-a000-000000000001', 'x', sleutel, versie, now(), 'x', 'x', 'concept' FROM sjabloon LIMIT 1
       ON CONFLICT DO NOTHING`,
    );
    await database.query(
      `INSERT INTO gebeurtenis (workflow_id, seq, cohort_id, soort, op, door, inhoud)
       VALUES ('x', 1, '00000000-0000-4000-a000-000000000001', 'x', now(), 'x', '{}') ON CONFLICT DO NOTHING`,
    );
    for (const sql of [
      `UPDATE ${tabel} SET inhoud = '{}'`,
      `DELETE FROM ${tabel}`,
      `TRUNCATE ${tabel} CASCADE`,
    ]) {
      await expect(database.query(sql)).rejects.toThrow(`rows of ${tabel} are never changed or removed`);
      for (const databaseRol of ['api', 'worker', 'onderzoek'] as const)
        expect([sql, await gevolg(database, { databaseRol, account, rol: 'beheerder' }, sql)]).toEqual([
          sql,
          '42501',
        ]);
    }
  });

  it('takes lines from its function alone', async () => {
    const sql = `INSERT INTO audit SELECT volgnummer + 100, op, account_id, rol, handeling, onderwerp, reden, inhoud,
                   herkomst_hash, vorige_hash, hash FROM audit LIMIT 1`;
    for (const databaseRol of ['api', 'worker', 'onderzoek'] as const)
      expect(await gevolg(database, { databaseRol, account, rol: 'beheerder' }, sql)).toBe('42501');
  });

  it.each([
    ['a changed text', `UPDATE audit SET reden = 'anders' WHERE volgnummer = 2`, [2]],
    ['another person', 'UPDATE audit SET account_id = NULL WHERE volgnummer = 4', [4]],
    ['another time', `UPDATE audit SET op = op + interval '1 microsecond' WHERE volgnummer = 4`, [4]],
    ['a line that is gone', 'DELETE FROM audit WHERE volgnummer = 3', [4, 5]],
    [
      'a line that was changed together with its own hash',
      `UPDATE audit a SET rol = 'gemeente',
         hash = sha256(convert_to(audit_tekst((a.volgnummer, a.op, a.account_id, 'gemeente', a.handeling, a.onderwerp,
                                   a.reden, a.inhoud, a.herkomst_hash, a.vorige_hash, a.hash)::audit), 'UTF8'))
        WHERE volgnummer = 2`,
      [3],
    ],
  ])('shows %s, also when the triggers were off', async (_, sql, verwacht) => {
    const runner = database.createQueryRunner();
    await runner.query('SET session_replication_role = replica');
    await runner.query('CREATE TEMP TABLE kopie AS SELECT * FROM audit');
    try {
      await runner.query(sql);
      expect(await gebroken(database)).toEqual(verwacht);
    } finally {
      await runner.query('DELETE FROM audit; INSERT INTO audit SELECT * FROM kopie; DROP TABLE kopie');
      await runner.query('SET session_replication_role = origin');
      await runner.release();
    }
    expect(await gebroken(database)).toEqual([]);
  });

  it('loses an address without losing the chain', async () => {
    await database.query('DELETE FROM audit_herkomst WHERE volgnummer = 1');
    expect(await gebroken(database)).toEqual([]);
  });
});
