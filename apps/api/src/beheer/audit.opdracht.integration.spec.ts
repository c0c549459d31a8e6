import { maakTestDatabase, type TestDatabase } from '@maatwerktraject/testing/services';
import type { DataSource } from 'typeorm';
import { controleerAudit, type AuditUitslag, type Kenmerk } from './audit.opdracht.js';
import { EerderKenmerk, verslagVan } from './audit.verslag.js';

const ADRES = '192.0.2.7';

describe('de controle van het auditlog', () => {
  let proef: TestDatabase;
  let database: DataSource;

  beforeAll(async () => {
    proef = await maakTestDatabase();
    ({ database } = proef);
    // Lines 2 and 4 without an address: of the system itself.
    for (const adres of [ADRES, null, ADRES, null, ADRES])
      await database.query(`SELECT schrijf_audit('proef', NULL, NULL, '{}', $1)`, [adres]);
  });
  afterAll(() => proef.verwijder());

  /** What the check finds after this was done past all triggers; all is put back. */
  async function na(sql: string, eerder?: Kenmerk): Promise<AuditUitslag> {
    const runner = database.createQueryRunner();
    await runner.startTransaction();
    try {
      await runner.query('SET LOCAL session_replication_role = replica');
      await runner.query(sql);
      return await controleerAudit(runner.manager, eerder);
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  }
  const tot = async (volgnummer: number): Promise<Kenmerk> => {
    const [rij] = await database.query<{ hash: string }[]>(
      `SELECT encode(hash, 'hex') AS hash FROM audit WHERE volgnummer = $1`,
      [volgnummer],
    );
    return { volgnummer, hash: rij?.hash ?? '' };
  };
  /** Writes the log anew from line 3 on, with hashes that are right for what it now says. */
  const HERSCHREVEN = `
    DO $$ DECLARE r audit; v bytea; BEGIN
      UPDATE audit SET reden = 'anders' WHERE volgnummer = 3;
      SELECT hash INTO v FROM audit WHERE volgnummer = 2;
      FOR r IN SELECT * FROM audit WHERE volgnummer > 2 ORDER BY volgnummer LOOP
        r.vorige_hash := v;
        r.hash := sha256(convert_to(audit_tekst(r), 'UTF8'));
        UPDATE audit SET vorige_hash = r.vorige_hash, hash = r.hash WHERE volgnummer = r.volgnummer;
        v := r.hash;
      END LOOP;
    END $$`;

  it('finds nothing in a log that is whole, with lines that never had an address', async () => {
    expect(await controleerAudit(database)).toEqual({
      regels: 5,
      laatste: (await tot(5)).hash,
      fout: undefined,
    });
  });

  it.each([
    ['a changed text', `UPDATE audit SET reden = 'anders' WHERE volgnummer = 2`, 2, 'regel'],
    ['a line that is gone', 'DELETE FROM audit WHERE volgnummer = 3', 3, 'regel'],
    ['another address', `UPDATE audit_herkomst SET adres = '192.0.2.8' WHERE volgnummer = 3`, 3, 'adres'],
    ['another salt', `UPDATE audit_herkomst SET zout = 'x' WHERE volgnummer = 1`, 1, 'adres'],
    [
      'an address with a line that had none',
      `INSERT INTO audit_herkomst VALUES (4, 'x', '${ADRES}')`,
      4,
      'adres',
    ],
    ['an address that went too soon', 'DELETE FROM audit_herkomst WHERE volgnummer = 5', 5, 'adres-weg'],
  ] as const)('finds %s', async (_, sql, regel, wat) => {
    const { fout, regels } = await na(sql);
    expect([fout, regels]).toEqual([{ regel, wat }, regel - 1]);
    expect(await controleerAudit(database)).toMatchObject({ fout: undefined });
  });

  it('finds nothing wrong with an address of which the term is over', async () => {
    // The term is made short: a line cannot be made old without breaking the chain.
    const oud = `UPDATE bewaartermijn SET termijn = interval '1 microsecond' WHERE regel = 'herkomst';
                 DELETE FROM audit_herkomst`;
    expect(await na(oud)).toMatchObject({ regels: 5, fout: undefined });
    const jong = `UPDATE bewaartermijn SET termijn = interval '1 hour' WHERE regel = 'herkomst';
                  DELETE FROM audit_herkomst`;
    expect(await na(jong)).toMatchObject({ regels: 0, fout: { regel: 1, wat: 'adres-weg' } });
  });

  it('shows with a line that was noted before that the log goes on from there', async () => {
    const eerder = await tot(3);
    expect(await controleerAudit(database, eerder)).toMatchObject({ regels: 5, fout: undefined });
    // Whole in itself, so that without the note nobody sees it.
    expect(await na(HERSCHREVEN)).toMatchObject({ regels: 5, fout: undefined });
    expect(await na(HERSCHREVEN, eerder)).toMatchObject({ regels: 2, fout: { regel: 3, wat: 'kenmerk' } });
    expect(await na(HERSCHREVEN, await tot(2))).toMatchObject({ fout: undefined });
    const afgeknipt =
      'DELETE FROM audit_herkomst WHERE volgnummer > 4; DELETE FROM audit WHERE volgnummer > 4';
    expect(await na(afgeknipt)).toMatchObject({ regels: 4, fout: undefined });
    expect(await na(afgeknipt, await tot(5))).toMatchObject({ fout: { regel: 5, wat: 'kenmerk' } });
  });

  it('says in Dutch what was found, and what to note', async () => {
    const eerder = await tot(3);
    const goed = verslagVan(await controleerAudit(database, eerder), eerder);
    expect(goed.fout).toBe(false);
    expect(goed.zin).toContain('5 regels. Het gaat verder vanaf regel 3');
    expect(goed.zin).toContain(`audit-controle 5 ${(await tot(5)).hash}`);
    const weg = verslagVan(await na('DELETE FROM audit_herkomst WHERE volgnummer = 5'), undefined);
    expect([weg.fout, weg.zin]).toEqual([
      true,
      expect.stringContaining('Regel 5 van het auditlog heeft geen adres'),
    ]);
    expect(EerderKenmerk.parse({ volgnummer: '3', hash: eerder.hash.toUpperCase() })).toEqual(eerder);
    for (const fout of [
      { volgnummer: 'x', hash: eerder.hash },
      { volgnummer: '3' },
      { volgnummer: '3', hash: 'x' },
    ])
      expect(EerderKenmerk.safeParse(fout).success).toBe(false);
  });
});
