import { eenCohort, maakTestDatabase, type TestDatabase } from '@maatwerktraject/testing/services';

describe('wat nooit verandert', () => {
  let proef: TestDatabase;
  beforeAll(async () => {
    proef = await maakTestDatabase();
    const cohort = await eenCohort(1).bewaar(proef.database);
    await proef.database.query(
      `INSERT INTO gebeurtenis (workflow_id, seq, cohort_id, soort, op, door, inhoud) VALUES ('cohort/x', 1, $1, 'proef', now(), 'systeem', '{}')`,
      [cohort.id],
    );
    await proef.database.query(`SELECT schrijf_audit('proef', NULL, NULL, '{}', NULL)`);
  });
  afterAll(() => proef.verwijder());

  it.each([
    ['gebeurtenis', `UPDATE gebeurtenis SET soort = 'anders'`],
    ['gebeurtenis', `DELETE FROM gebeurtenis`],
    ['gebeurtenis', `TRUNCATE gebeurtenis CASCADE`],
    ['audit', `UPDATE audit SET reden = 'anders'`],
    ['audit', `DELETE FROM audit`],
    ['audit', `TRUNCATE audit CASCADE`],
    ['sjabloon', `UPDATE sjabloon SET titel = 'anders'`],
    ['sjabloon', `DELETE FROM sjabloon WHERE versie = 1`],
  ])('%s refuses: %s', async (tabel, opdracht) => {
    await expect(proef.database.query(opdracht)).rejects.toThrow(
      `rows of ${tabel} are never changed or removed`,
    );
  });

  it('takes a sequence number once', async () => {
    const nog = proef.database.query(
      `INSERT INTO gebeurtenis (workflow_id, seq, cohort_id, soort, op, door, inhoud)
       SELECT workflow_id, seq, cohort_id, soort, op, door, inhoud FROM gebeurtenis`,
    );
    await expect(nog).rejects.toThrow(/gebeurtenis_workflow_id_seq_key/);
  });

  it('allows one hoofdcontact per traject', async () => {
    const { trajecten } = await eenCohort(2).bewaar(proef.database);
    const tweede = proef.database.query(
      `UPDATE contactpersoon SET hoofdcontact = true WHERE traject_id = $1`,
      [trajecten[0]?.id],
    );
    await expect(tweede).rejects.toThrow(/contactpersoon_een_hoofdcontact/);
  });
});
