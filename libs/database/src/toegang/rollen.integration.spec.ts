import {
  eenCohort,
  gevolg,
  inNaamVan,
  maakAccount,
  maakTestDatabase,
  verleen,
  type TestDatabase,
} from '@maatwerktraject/testing/services';
import type { DataSource } from 'typeorm';
import { DATABASE_ROLLEN } from './database.rollen.js';

const GEWEIGERD = '42501';

/** What a role may do with each table, as `SELECT`, or as `UPDATE(kolom, kolom)` where it is not the whole table. */
async function rechtenVan(database: DataSource, rol: string): Promise<Record<string, string[]>> {
  const rijen = await database.query<{ tabel: string; recht: string }[]>(
    `SELECT c.relname AS tabel, g.privilege_type AS recht FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) g
      WHERE c.relnamespace = 'public'::regnamespace AND g.grantee = $1::regrole
     UNION ALL
     SELECT c.relname, g.privilege_type || '(' || string_agg(a.attname, ', ' ORDER BY a.attnum) || ')'
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid CROSS JOIN LATERAL aclexplode(a.attacl) g
      WHERE c.relnamespace = 'public'::regnamespace AND g.grantee = $1::regrole GROUP BY c.relname, g.privilege_type
     ORDER BY 1, 2`,
    [rol],
  );
  const rechten: Record<string, string[]> = {};
  for (const { tabel, recht } of rijen) rechten[tabel] = [...(rechten[tabel] ?? []), recht];
  return rechten;
}

describe('de rollen van de database', () => {
  let proef: TestDatabase;
  let database: DataSource;

  beforeAll(async () => {
    proef = await maakTestDatabase();
    ({ database } = proef);
    await eenCohort(1).bewaar(database);
  });
  afterAll(() => proef.verwijder());

  const tabellen = async (): Promise<string[]> => {
    const rijen = await database.query<{ naam: string }[]>(
      `SELECT tablename AS naam FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
    );
    return rijen.map(({ naam }) => naam);
  };

  it('let the worker do what its activities do, and nothing else', async () => {
    expect(await rechtenVan(database, DATABASE_ROLLEN.worker)).toEqual({
      aanmeldlink: ['SELECT', 'UPDATE(status, pogingen, volgende_poging_op, sleutel_hash)'],
      account: ['SELECT(id, naam, email, status)'],
      accountbericht: ['SELECT', 'UPDATE(status, pogingen, volgende_poging_op)'],
      adresprobleem: ['SELECT(id, account_id, contactpersoon_id, cohort_id, oefen, opgelost_op)'],
      agendabericht: ['INSERT', 'SELECT', 'UPDATE'],
      bericht: ['INSERT', 'SELECT', 'UPDATE'],
      bericht_poging: ['INSERT'],
      bijeenkomst: [
        'SELECT',
        'UPDATE(status, begint_op, eindigt_op, inhoud_id, herinnering_werkdagen, versie, volgnummer)',
      ],
      bijeenkomst_inhoud: ['SELECT'],
      check_in: ['INSERT', 'SELECT', 'UPDATE'],
      cohort: [
        'SELECT',
        'UPDATE(status, klok_echt, klok_domein, klok_factor, klok_versie, gestart_op, afgesloten_op, evaluatie, volgend_moment_op)',
      ],
      contactpersoon: ['SELECT'],
      gebeurtenis: ['INSERT', 'SELECT'],
      gemeente: ['SELECT'],
      genodigde: ['SELECT', 'UPDATE(uitgenodigd)'],
      signaal: ['INSERT', 'SELECT'],
      sjabloon: ['SELECT'],
      stap: ['INSERT', 'SELECT', 'UPDATE'],
      taak: ['INSERT', 'SELECT', 'UPDATE'],
      traject: [
        'SELECT',
        'UPDATE(status, stap, volgend_moment_op, uitkomst, uitkomst_invoer_id, uitkomst_op, afgerond_op, sjabloon_versie, onderbroken_op, hervat_op)',
      ],
      traject_stand: ['INSERT', 'SELECT', 'UPDATE'],
      voorwaarde: ['INSERT', 'SELECT', 'UPDATE'],
      webhook: [
        'SELECT(id, naam, status, mislukt_sinds, rust_tot)',
        'UPDATE(mislukt_sinds, rust_tot, ronde_tot)',
      ],
      webhook_levering: ['SELECT', 'UPDATE(status, pogingen, volgende_poging_op, verloop, afgerond_op)'],
    });
  });

  it('keep the worker from answers, drafts, rights, sessions and the audit log, and from removing anything', async () => {
    const worker = { databaseRol: 'worker' } as const;
    for (const tabel of [
      ...['invoer', 'taak_concept', 'toekenning', 'sessie', 'diensttoken', 'aanmeldpoging', 'inzage'],
      ...[
        'audit',
        'audit_herkomst',
        'idempotentie',
        'limiet',
        'passkey',
        'passkey_vraag',
        'gebeurtenis_volgorde',
      ],
    ])
      expect([tabel, await gevolg(database, worker, `SELECT FROM ${tabel}`)]).toEqual([tabel, GEWEIGERD]);
    for (const tabel of await tabellen())
      for (const sql of [`DELETE FROM ${tabel}`, `TRUNCATE ${tabel} CASCADE`])
        expect([sql, await gevolg(database, worker, sql)]).toEqual([sql, GEWEIGERD]);
    for (const sql of [
      'SELECT email_index FROM account',
      `UPDATE account SET status = 'actief'`,
      'UPDATE aanmeldlink SET account_id = account_id',
      `SELECT schrijf_audit('x', NULL, NULL, '{}', NULL)`,
      'SELECT rollen_van(gen_random_uuid())',
      'SELECT geheim FROM webhook',
      `UPDATE webhook SET status = 'actief'`,
      'SELECT herhaal_webhook(gen_random_uuid(), now())',
      `SELECT account_bij('x', 'x', 'x')`,
      `UPDATE contactpersoon SET naam = ''`,
      `UPDATE bewaartermijn SET termijn = '1 second'`,
      'SELECT mijn_gegevens()',
      `SELECT wis_account(gen_random_uuid(), '{}')`,
    ])
      expect([sql, await gevolg(database, worker, sql)]).toEqual([sql, GEWEIGERD]);
    // What it does do, it can.
    expect(await gevolg(database, worker, 'SELECT naam, email FROM contactpersoon')).toBe(3);
  });

  it('show an onderzoeker columns that name nobody', async () => {
    expect(await rechtenVan(database, DATABASE_ROLLEN.onderzoek)).toEqual({
      bericht: [
        'SELECT(id, cohort_id, traject_id, soort, stap, onderwerp, aan, status, op, oefen, pogingen, verzonden_op, basis)',
      ],
      bijeenkomst: [
        'SELECT(id, cohort_id, soort, status, begint_op, eindigt_op, inhoud_id, herinnering_werkdagen, versie)',
      ],
      bijeenkomst_inhoud: ['INSERT', 'SELECT'],
      check_in: ['SELECT'],
      cohort: [
        'SELECT(id, naam, sjabloon_sleutel, sjabloon_versie, startdatum, status, oefen_dagen_per_seconde, klok_echt, klok_domein, klok_factor, klok_versie, gestart_op, afgesloten_op, evaluatie, created_at, volgend_moment_op, rustperiodes, kalender_versie)',
      ],
      // His own tokens and sessions.
      diensttoken: ['SELECT(id, account_id)', 'UPDATE(gebruikt_op)'],
      gemeente: ['SELECT'],
      genodigde: ['SELECT(id, bijeenkomst_id, cohort_id, traject_id, rol, uitgenodigd, aanwezig)'],
      invoer: ['SELECT(id, traject_id, soort, heeft_tekst)'],
      sessie: ['INSERT', 'SELECT', 'UPDATE(rol, gebruikt_op, beeindigd_op)'],
      signaal: [
        'SELECT(id, traject_id, cohort_id, soort, stap, onderwerp, aantal, oorzaken, op, status, besluit_oorzaken, besluit_op)',
      ],
      sjabloon: ['SELECT'],
      stap: ['SELECT'],
      taak: ['SELECT'],
      traject: [
        'SELECT(id, cohort_id, status, stap, volgend_moment_op, uitkomst, uitkomst_invoer_id, uitkomst_op, afgerond_op, pseudoniem, startdatum, sjabloon_versie, onderbroken_op, hervat_op)',
      ],
      voorwaarde: ['SELECT'],
    });
    for (const sql of [
      'SELECT gemeente_code FROM traject',
      'SELECT * FROM traject',
      'SELECT adviseur_naam FROM cohort',
      'SELECT adviseur_email FROM cohort',
      'SELECT naam FROM contactpersoon',
      'SELECT inhoud FROM invoer',
      'SELECT inhoud FROM taak_concept',
      'SELECT toelichting FROM bericht',
      'SELECT contactpersoon_id FROM bericht',
      'SELECT naam FROM account',
      'SELECT inhoud FROM gebeurtenis',
      'SELECT adres FROM audit_herkomst',
      // A condition tells as much as an answer.
      `SELECT id FROM traject WHERE gemeente_code = 'GM0153'`,
      'SELECT t.id FROM traject t JOIN gemeente g ON g.code = t.gemeente_code',
    ])
      expect([sql, await gevolg(database, { databaseRol: 'onderzoek', rol: 'onderzoeker' }, sql)]).toEqual([
        sql,
        GEWEIGERD,
      ]);
  });

  it('let the API write the audit log and the record of facts through nothing but their functions', async () => {
    const { audit, audit_herkomst, gebeurtenis, migratie } = await rechtenVan(database, DATABASE_ROLLEN.api);
    expect({ audit, audit_herkomst, gebeurtenis, migratie }).toEqual({
      audit: ['SELECT'],
      audit_herkomst: ['SELECT'],
      gebeurtenis: ['SELECT'],
      migratie: undefined,
    });
    const [open] = await database.query<{ functies: string[] | null }[]>(
      `SELECT array_agg(proname::text ORDER BY proname) AS functies FROM pg_proc
        WHERE pronamespace = 'public'::regnamespace AND prosecdef AND has_function_privilege('public', oid, 'EXECUTE')`,
    );
    expect(open?.functies).toBeNull();
  });

  it('does not look in a table that the caller has put before its own', async () => {
    const account = await maakAccount(database, 'sluw@les.example');
    await verleen(database, account, { rol: 'adviseur' });
    const gezien = await inNaamVan(database, { databaseRol: 'api', account, rol: 'adviseur' }, async (db) => {
      await db.query('CREATE TEMP TABLE toekenning AS SELECT * FROM public.toekenning LIMIT 0');
      await db.query(`INSERT INTO pg_temp.toekenning (account_id, rol, cohort_id)
                      SELECT huidig_account(), 'adviseur', gen_random_uuid()`);
      return db.query<{ mijn: string[] }[]>('SELECT mijn_cohorten() AS mijn');
    });
    expect(gezien).toEqual([{ mijn: [] }]);
  });
});
