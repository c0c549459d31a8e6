import { randomUUID } from 'node:crypto';
import {
  eenCohort,
  gevolg,
  inNaamVan,
  maakAccount,
  maakTestDatabase,
  verleen,
  vulCohort,
  vulToegang,
  type BewaardCohort,
  type InNaamVan,
  type TestDatabase,
} from '@maatwerktraject/testing/services';
import type { DataSource } from 'typeorm';

/** Without rows of somebody: lists for everyone, terms, counters of attempts, and which migrations were run. */
const VOOR_IEDEREEN = ['bewaartermijn', 'gemeente', 'limiet', 'migratie', 'sjabloon'];

const GEWEIGERD = '42501';

interface Tabel {
  readonly naam: string;
  readonly regels: boolean;
  readonly afgedwongen: boolean;
}

const tabellenVan = (database: DataSource): Promise<Tabel[]> =>
  database.query<Tabel[]>(
    `SELECT relname AS naam, relrowsecurity AS regels, relforcerowsecurity AS afgedwongen FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') ORDER BY relname`,
  );

describe('de rijregels', () => {
  let proef: TestDatabase;
  let database: DataSource;
  let tabellen: string[];
  let eigen: BewaardCohort;
  let ander: BewaardCohort;
  let adviseur: InNaamVan;
  let gemeente: InNaamVan;
  let onderzoeker: InNaamVan;
  let beheerder: InNaamVan;

  beforeAll(async () => {
    proef = await maakTestDatabase();
    ({ database } = proef);
    // The first gemeente is in both; the tests look as somebody of the second.
    eigen = await eenCohort(1).metGemeenten(2).bewaar(database);
    ander = await eenCohort(2).metGemeenten(1).bewaar(database);
    const account = (email: string): Promise<string> => maakAccount(database, email);
    const als = (rol: string, id: string, databaseRol: InNaamVan['databaseRol'] = 'api'): InNaamVan => ({
      databaseRol,
      account: id,
      rol,
    });
    adviseur = als('adviseur', await account('a@les.example'));
    onderzoeker = als('onderzoeker', await account('o@uni.example'), 'onderzoek');
    beheerder = als('beheerder', await account('b@les.example'));
    gemeente = als('gemeente', await account(eigen.trajecten[1]?.contactpersonen[0]?.email ?? ''));
    const vreemd = await account('vreemd@les.example');
    await verleen(database, adviseur.account ?? '', { rol: 'adviseur', cohortId: eigen.id });
    await verleen(database, onderzoeker.account ?? '', { rol: 'onderzoeker', cohortId: eigen.id });
    await verleen(database, beheerder.account ?? '', { rol: 'beheerder' });
    await verleen(database, vreemd, { rol: 'adviseur', cohortId: ander.id });
    for (const cohort of [eigen, ander]) await vulCohort(database, cohort, vreemd);
    await vulToegang(database, vreemd);
    tabellen = (await tabellenVan(database)).map(({ naam }) => naam);
  });
  afterAll(() => proef.verwijder());

  const metRegels = (): string[] => tabellen.filter((naam) => !VOOR_IEDEREEN.includes(naam));
  const perTabel = async (
    wie: InNaamVan,
    sql: (tabel: string) => string,
  ): Promise<[string, number | string][]> => {
    const gevolgen: [string, number | string][] = [];
    for (const tabel of metRegels()) gevolgen.push([tabel, await gevolg(database, wie, sql(tabel))]);
    return gevolgen;
  };
  const nietNul = (gevolgen: [string, number | string][]) =>
    gevolgen.filter(([, uitkomst]) => uitkomst !== 0 && uitkomst !== GEWEIGERD);

  it('are on every table, also for its owner, except those that are for everyone', async () => {
    for (const { naam, regels, afgedwongen } of await tabellenVan(database)) {
      const verwacht = !VOOR_IEDEREEN.includes(naam);
      expect([naam, regels, afgedwongen]).toEqual([naam, verwacht, verwacht]);
    }
  });

  it('have something to hide in every table here', async () => {
    for (const tabel of metRegels()) {
      const [rij] = await database.query<{ aantal: number }[]>(`SELECT count(*) AS aantal FROM ${tabel}`);
      expect([tabel, rij?.aantal]).toEqual([tabel, expect.any(Number)]);
      expect([tabel, rij?.aantal === 0]).toEqual([tabel, false]);
    }
  });

  it('forget with the transaction who asked and what he saw', async () => {
    const runner = database.createQueryRunner();
    const zicht = async (begin: () => Promise<unknown>): Promise<unknown> => {
      await runner.startTransaction();
      await begin();
      await runner.query('SET LOCAL ROLE maatwerktraject_api');
      const [rij] = (await runner.query(
        'SELECT mijn_cohorten() AS cohorten, huidige_rol() AS rol, (SELECT count(*) FROM stap) AS stappen',
      )) as unknown[];
      await runner.commitTransaction();
      return rij;
    };
    const adviseurs = () => runner.query(`SELECT begin_als($1, 'adviseur')`, [adviseur.account]);
    try {
      expect(await zicht(adviseurs)).toEqual({ cohorten: [eigen.id], rol: 'adviseur', stappen: 2 });
      expect(await zicht(() => Promise.resolve())).toEqual({ cohorten: [], rol: null, stappen: 0 });
    } finally {
      await runner.release();
    }
  });

  it.each([
    ['nobody', {}],
    ['nobody, as adviseur', { rol: 'adviseur' }],
    ['nobody, as gemeente', { rol: 'gemeente' }],
    ['nobody, as onderzoeker', { rol: 'onderzoeker' }],
    ['nobody, as a role that does not exist', { rol: 'eigenaar' }],
    ['somebody who is not there', { account: randomUUID(), rol: 'adviseur' }],
    ['who did not say so', { account: randomUUID() }],
  ])('show and change nothing in the name of %s', async (_, wie) => {
    const niemand: InNaamVan = { databaseRol: 'api', ...wie };
    expect(nietNul(await perTabel(niemand, (tabel) => `SELECT 1 FROM ${tabel}`))).toEqual([]);
    expect(nietNul(await perTabel(niemand, (tabel) => `DELETE FROM ${tabel}`))).toEqual([]);
    const kolommen = await database.query<{ tabel: string; kolom: string }[]>(
      `SELECT table_name AS tabel, min(column_name) AS kolom FROM information_schema.column_privileges
        WHERE grantee = 'maatwerktraject_api' AND privilege_type = 'UPDATE' GROUP BY table_name`,
    );
    expect(kolommen.length).toBeGreaterThan(5);
    for (const { tabel, kolom } of kolommen.filter((een) => metRegels().includes(een.tabel)))
      expect([tabel, await gevolg(database, niemand, `UPDATE ${tabel} SET ${kolom} = ${kolom}`)]).toEqual([
        tabel,
        0,
      ]);
  });

  it('take no row from nobody', async () => {
    for (const tabel of metRegels()) {
      const kolommen = await database.query<{ naam: string }[]>(
        `SELECT column_name AS naam FROM information_schema.columns
          WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER' AND is_identity = 'NO'`,
        [tabel],
      );
      const namen = kolommen.map(({ naam }) => naam).join(', ');
      const [rij] = await database.query<{ rij: unknown }[]>(
        `SELECT to_jsonb(t) AS rij FROM ${tabel} t LIMIT 1`,
      );
      const sql = `INSERT INTO ${tabel} (${namen}) SELECT ${namen} FROM jsonb_populate_record(NULL::${tabel}, $1)`;
      // Refused before it is looked at whether such a row is there already.
      expect([
        tabel,
        await gevolg(database, { databaseRol: 'api' }, sql, [JSON.stringify(rij?.rij)]),
      ]).toEqual([tabel, GEWEIGERD]);
    }
  });

  const VAN_COHORT = [
    'cohort',
    'traject',
    'contactpersoon',
    'stap',
    'taak',
    'check_in',
    'invoer',
    'gebeurtenis',
    'bericht',
  ];

  /** The trajecten and cohorten of which somebody sees rows, by table. */
  const zicht = (wie: InNaamVan) =>
    inNaamVan(database, wie, async (db) => {
      const gezien: Record<string, string[]> = {};
      for (const tabel of VAN_COHORT) {
        const kolom = ['cohort', 'traject'].includes(tabel) ? 'id' : 'traject_id';
        await db.query('SAVEPOINT hier');
        const rijen = await db
          .query<{ van: string }[]>(`SELECT DISTINCT ${kolom} AS van FROM ${tabel}`)
          .catch(async () => {
            await db.query('ROLLBACK TO hier');
            return [{ van: GEWEIGERD }];
          });
        gezien[tabel] = rijen.map(({ van }) => van).sort();
      }
      return gezien;
    });

  it('show an adviseur all of his cohort, and nothing of another', async () => {
    const trajecten = eigen.trajecten.map(({ id }) => id).sort();
    expect(await zicht(adviseur)).toEqual({
      ...Object.fromEntries(VAN_COHORT.map((tabel) => [tabel, trajecten])),
      cohort: [eigen.id],
    });
  });

  it('show a gemeente itself, without the log and the mails', async () => {
    const ik = [eigen.trajecten[1]?.id];
    const alle = Object.fromEntries(VAN_COHORT.map((tabel) => [tabel, ik]));
    expect(await zicht(gemeente)).toEqual({ ...alle, cohort: [eigen.id], gebeurtenis: [], bericht: [] });
    const soorten = 'SELECT DISTINCT soort FROM invoer';
    expect(await inNaamVan(database, gemeente, (db) => db.query(soorten))).toEqual([{ soort: 'antwoord' }]);
  });

  it('show an onderzoeker the cohort he was let into, without people and the log', async () => {
    const trajecten = eigen.trajecten.map(({ id }) => id).sort();
    expect(await zicht(onderzoeker)).toEqual({
      ...Object.fromEntries(VAN_COHORT.map((tabel) => [tabel, trajecten])),
      cohort: [eigen.id],
      contactpersoon: [GEWEIGERD],
      gebeurtenis: [GEWEIGERD],
    });
  });

  it('show a beheerder that cohorten are there, and one traject for as long as a reason is on record', async () => {
    const leeg = Object.fromEntries(VAN_COHORT.map((tabel) => [tabel, []]));
    expect(await zicht(beheerder)).toEqual({ ...leeg, cohort: [eigen.id, ander.id].sort() });
    const traject = ander.trajecten[0]?.id;
    const inzage = async (tot: string) => {
      await database.query('DELETE FROM inzage WHERE account_id = $1', [beheerder.account]);
      await database.query(
        `INSERT INTO inzage (account_id, traject_id, reden, vervalt_op) VALUES ($1, $2, 'melding', now() + $3::interval)`,
        [beheerder.account, traject, tot],
      );
      return zicht(beheerder);
    };
    expect(await inzage('1 hour')).toMatchObject({ traject: [traject], invoer: [traject], gebeurtenis: [] });
    expect(await inzage('-1 second')).toMatchObject({ traject: [], invoer: [] });
  });

  it('let nobody write in what is of others', async () => {
    const vreemd = ander.trajecten[0]?.id ?? '';
    const mijn = eigen.trajecten[1]?.id ?? '';
    const toekenning =
      'INSERT INTO toekenning (account_id, rol, cohort_id, identiteiten, reden, verleend_door) VALUES ($1, $2, $3, $4, $5, $6)';
    const invoer = `INSERT INTO invoer (id, traject_id, soort, onderwerp, inhoud, door, account_id)
                    VALUES (gen_random_uuid(), $1, $2, $3, '{}', 'gemeente', $4)`;
    const inzage = `INSERT INTO inzage (account_id, traject_id, reden, vervalt_op) VALUES ($1, $2, 'x', now() + $3::interval)`;
    const ik = adviseur.account;
    const pogingen: [string, InNaamVan, string, unknown[], number | string][] = [
      ['adviseur hernoemt eigen cohort', adviseur, `UPDATE cohort SET naam = 'x'`, [], 1],
      [
        'adviseur haalt traject van een ander weg',
        adviseur,
        'DELETE FROM traject WHERE id = $1',
        [vreemd],
        0,
      ],
      [
        'adviseur laat zich toe bij een ander',
        adviseur,
        toekenning,
        [ik, 'adviseur', ander.id, false, null, ik],
        GEWEIGERD,
      ],
      [
        'adviseur maakt zich beheerder',
        adviseur,
        toekenning,
        [ik, 'beheerder', null, false, null, ik],
        GEWEIGERD,
      ],
      [
        'adviseur maakt zich overal adviseur',
        adviseur,
        toekenning,
        [ik, 'adviseur', null, false, null, ik],
        GEWEIGERD,
      ],
      [
        'adviseur verleent in naam van een ander',
        adviseur,
        toekenning,
        [ik, 'onderzoeker', eigen.id, false, null, beheerder.account],
        GEWEIGERD,
      ],
      [
        'gemeente laat zich toe',
        gemeente,
        toekenning,
        [gemeente.account, 'adviseur', eigen.id, false, null, gemeente.account],
        GEWEIGERD,
      ],
      [
        'onderzoeker neemt namen',
        onderzoeker,
        toekenning,
        [onderzoeker.account, 'onderzoeker', eigen.id, true, 'nieuwsgierig', onderzoeker.account],
        GEWEIGERD,
      ],
      ['adviseur schrijft bij een ander', adviseur, invoer, [vreemd, 'verslag', 'x', ik], GEWEIGERD],
      [
        'gemeente schrijft een verslag',
        gemeente,
        invoer,
        [mijn, 'verslag', 'x', gemeente.account],
        GEWEIGERD,
      ],
      [
        'gemeente antwoordt voor de adviseur',
        gemeente,
        invoer,
        [mijn, 'antwoord', `${mijn}.inventariseren.scan.adviseur`, gemeente.account],
        GEWEIGERD,
      ],
      [
        'gemeente antwoordt voor de buren',
        gemeente,
        invoer,
        [vreemd, 'antwoord', `${vreemd}.inventariseren.scan.bestuur`, gemeente.account],
        GEWEIGERD,
      ],
      [
        'gemeente antwoordt in naam van een ander',
        gemeente,
        invoer,
        [mijn, 'antwoord', `${mijn}.inventariseren.scan.bestuur`, ik],
        GEWEIGERD,
      ],
      ['gemeente ziet eigen concept', gemeente, 'SELECT FROM taak_concept', [], 1],
      ['adviseur ziet concept van de adviseur', adviseur, 'SELECT FROM taak_concept', [], 2],
      [
        'beheerder neemt zonder einde inzage',
        beheerder,
        inzage,
        [beheerder.account, vreemd, '5 hours'],
        GEWEIGERD,
      ],
      ['beheerder geeft een ander inzage', beheerder, inzage, [ik, vreemd, '1 hour'], GEWEIGERD],
      ['adviseur neemt inzage', adviseur, inzage, [ik, vreemd, '1 hour'], GEWEIGERD],
      [
        'adviseur meldt zich aan als ander',
        adviseur,
        `INSERT INTO sessie (account_id, sleutel_hash, rol, via, apparaat, vervalt_op)
         VALUES ($1, 'x', 'beheerder', 'oidc', 'x', now() + interval '1 hour')`,
        [beheerder.account],
        GEWEIGERD,
      ],
      ['adviseur neemt een sessie over', adviseur, `UPDATE sessie SET rol = 'beheerder'`, [], 0],
      [
        'adviseur verlengt zijn sessie',
        adviseur,
        `UPDATE sessie SET vervalt_op = now() + interval '1 year'`,
        [],
        GEWEIGERD,
      ],
      [
        'adviseur verplaatst een traject',
        adviseur,
        'UPDATE traject SET cohort_id = $1',
        [eigen.id],
        GEWEIGERD,
      ],
      [
        'adviseur start een cohort buiten het proces om',
        adviseur,
        `UPDATE cohort SET status = 'lopend'`,
        [],
        GEWEIGERD,
      ],
      [
        'adviseur maakt een dienst',
        adviseur,
        `INSERT INTO diensttoken (account_id, naam, sleutel_hash, rol, rechten, vervalt_op)
         VALUES ($1, 'x', 'x', 'adviseur', '{ik}', now())`,
        [ik],
        GEWEIGERD,
      ],
    ];
    const gevolgen: [string, number | string][] = [];
    for (const [wat, wie, sql, parameters] of pogingen)
      gevolgen.push([wat, await gevolg(database, wie, sql, parameters)]);
    expect(gevolgen).toEqual(pogingen.map(([wat, , , , verwacht]) => [wat, verwacht]));
  });

  it('keep a cohort that runs as it is', async () => {
    await database.query(`UPDATE cohort SET status = 'lopend' WHERE id = $1`, [eigen.id]);
    expect(await gevolg(database, adviseur, 'DELETE FROM traject')).toBe(0);
    const erbij = `INSERT INTO traject (id, cohort_id, gemeente_code, status) VALUES (gen_random_uuid(), $1, 'GM0153', 'gepland')`;
    expect(await gevolg(database, adviseur, erbij, [eigen.id])).toBe(GEWEIGERD);
    await database.query(`UPDATE cohort SET status = 'concept' WHERE id = $1`, [eigen.id]);
    expect(await gevolg(database, adviseur, erbij, [eigen.id])).toBe(0);
    expect(await gevolg(database, adviseur, erbij, [ander.id])).toBe(GEWEIGERD);
  });
});
