import { maakTestDatabase, type TestDatabase } from '@maatwerktraject/testing/services';
import type { DataSource } from 'typeorm';

/** Everything in the schema that a migration can leave behind: tables, indexes, constraints, functions, triggers. */
async function schema(database: DataSource): Promise<string[]> {
  const rijen = await database.query<{ wat: string }[]>(`
    SELECT 'kolom ' || concat_ws(' ', table_name, column_name, data_type, is_nullable, column_default) AS wat
      FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'migratie'
    UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'migratie'
    UNION ALL SELECT 'eis ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
     WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text <> 'migratie'
    UNION ALL SELECT 'functie ' || proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    UNION ALL SELECT 'regel ' || tablename || ' ' || policyname || ' ' || coalesce(qual, '') || coalesce(with_check, '') FROM pg_policies
    UNION ALL SELECT 'recht ' || grantee || ' ' || privilege_type || ' ' || table_name || '.' || column_name
      FROM information_schema.column_privileges WHERE grantee LIKE 'maatwerktraject\_%' AND table_name <> 'migratie'
    UNION ALL SELECT 'trigger ' || tgname FROM pg_trigger WHERE NOT tgisinternal`);
  return rijen.map(({ wat }) => wat).sort();
}

describe('de migraties', () => {
  let proef: TestDatabase;
  beforeAll(async () => {
    proef = await maakTestDatabase({ leeg: true });
  });
  afterAll(() => proef.verwijder());

  it('goes up, down to nothing, and up to the same again', async () => {
    const { database } = proef;
    await database.runMigrations();
    const eerst = await schema(database);
    expect(eerst.length).toBeGreaterThan(100);
    for (const _ of database.migrations) await database.undoLastMigration();
    expect(await schema(database)).toEqual([]);
    await database.runMigrations();
    expect(await schema(database)).toEqual(eerst);
    expect(await database.runMigrations()).toEqual([]);
  });

  it('has a table and a column for each entity and its properties', async () => {
    const { database } = proef;
    for (const { tableName, columns } of database.entityMetadatas) {
      const rijen = await database.query<{ naam: string }[]>(
        `SELECT column_name AS naam FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1`,
        [tableName],
      );
      const bekend = rijen.map(({ naam }) => naam);
      expect([
        tableName,
        columns.map(({ databaseName }) => databaseName).filter((naam) => !bekend.includes(naam)),
      ]).toEqual([tableName, []]);
    }
  });
});
