import { verzegel } from '@maatwerktraject/database';
import { huidigeStap, instantVan, type Gebeurtenis, type TrajectToestand } from '@maatwerktraject/domain';
import { eenTraject } from '@maatwerktraject/testing';
import {
  eenCohort,
  maakAccount,
  maakTestDatabase,
  TEST_KEYRING,
  verleen,
  type BewaardCohort,
  type TestDatabase,
} from '@maatwerktraject/testing/services';
import type { DataSource } from 'typeorm';
import { createTrajectActivities } from '../traject/traject.activities.js';
import { createBerichtOpslag, type BerichtOpslag } from './bericht.opslag.js';
import { zetBerichtKlaar } from './bericht.wachtrij.js';
import { leesPersonen } from './personen.js';

const DINSDAG = 2;
/** A Wednesday in the traject; the scan is due on Monday 2027-03-08. */
const WOENSDAG = '2027-03-03';

describe('de wachtrij van berichten', () => {
  let proef: TestDatabase;
  let worker: DataSource;
  let opslag: BerichtOpslag;
  let cohort: BewaardCohort;
  let trajectId: string;
  let bestuur: string;
  let beleid: string;
  let uitvoering: string;
  let toestand: TrajectToestand;
  let zaad = 0;

  beforeAll(async () => {
    proef = await maakTestDatabase();
    worker = await proef.als('worker');
    opslag = createBerichtOpslag(worker, {
      keyring: TEST_KEYRING,
      publicUrl: 'https://mt.example',
      mailDomein: 'mt.example',
      nu: () => instantVan('2026-11-23', '10:00'),
    });
  });
  afterAll(() => proef.verwijder());
  beforeEach(async () => {
    cohort = await eenCohort(++zaad).bewaar(proef.database);
    const [traject] = cohort.trajecten;
    trajectId = traject?.id ?? '';
    [bestuur = '', beleid = '', uitvoering = ''] = traject?.contactpersonen.map(({ id }) => id) ?? [];
    const { feiten, toestand: gebouwd } = eenTraject().inStap('inventariseren').bouw();
    toestand = gebouwd;
    const { projecteerTraject } = createTrajectActivities({ database: worker });
    await projecteerTraject({ trajectId, vanaf: 1, feiten, volgendMomentOp: null });
    await proef.database.query('DELETE FROM bericht');
  });

  type Feit = Extract<Gebeurtenis, { soort: 'bericht-klaargezet' }>;
  const zetKlaar = async (
    anders: Partial<Omit<Feit, 'aan'>> & { aan?: string } = {},
    weekdag?: number,
  ): Promise<void> => {
    const personen = (await leesPersonen(worker, [trajectId]))(trajectId);
    const weekoverzicht = weekdag === undefined ? null : { weekdag };
    const sjabloon = { ...toestand.sjabloon, weekoverzicht };
    await zetBerichtKlaar(
      worker.manager,
      { trajectId, cohortId: cohort.id, oefen: false, personen, toestand: { ...toestand, sjabloon } },
      {
        soort: 'bericht-klaargezet',
        bericht: 'herinnering-voor',
        stap: 'inventariseren',
        onderwerp: 'scan.beleid',
        aan: 'beleid',
        op: instantVan(WOENSDAG, '09:00'),
        door: 'systeem',
        ...anders,
      } as Parameters<typeof zetBerichtKlaar>[2],
    );
  };
  /** All taken are due on another day. */
  const vervallenOp = (vervaltOp: string): void => {
    const stap = huidigeStap(toestand);
    toestand = { ...toestand, stap: { ...stap, taken: stap.taken.map((taak) => ({ ...taak, vervaltOp })) } };
  };
  const rijen = (): Promise<Record<string, unknown>[]> =>
    proef.database.query(
      'SELECT contactpersoon_id AS id, namens_id AS namens, status, toelichting FROM bericht ORDER BY sleutel',
    );
  const vervang = (wie: string, door: string, van = WOENSDAG, tot = WOENSDAG): Promise<unknown> =>
    proef.database.query(
      'UPDATE contactpersoon SET vervanger_id = $2, vervanger_van = $3, vervanger_tot = $4 WHERE id = $1',
      [wie, door, van, tot],
    );
  const claim = async () => (await opslag.claim('ik', 10))[0];
  const leider = async (): Promise<string> => {
    const id = await maakAccount(proef.database, `leider-${String(zaad)}@les.example`, 'Loes Leider');
    await verleen(proef.database, id, { rol: 'adviseur', cohortId: cohort.id });
    return id;
  };

  it('asks the vervanger on the days that he stands in, and says so in the mail', async () => {
    await vervang(beleid, uitvoering);
    await zetKlaar();
    await zetKlaar({ bericht: 'herinnering-op', op: instantVan('2027-03-04', '09:00') });
    expect(await rijen()).toMatchObject([
      { id: beleid, namens: null },
      { id: uitvoering, namens: beleid },
    ]);
    const mails = await opslag.claim('ik', 10);
    expect(mails.map(({ aan, gegevens }) => [aan.naam, gegevens.namens])).toEqual([
      ['Contact uitvoering 3', 'Contact beleid 2'],
      ['Contact beleid 2', null],
    ]);
  });

  it('asks the hoofdcontact once the last one of a niveau has left', async () => {
    await proef.database.query('UPDATE contactpersoon SET vertrekt_op = $2 WHERE id = $1', [
      beleid,
      WOENSDAG,
    ]);
    await zetKlaar();
    expect(await rijen()).toMatchObject([{ id: bestuur }]);
  });

  it('leaves to the weekoverzicht what falls due after it, once, and it never goes by itself', async () => {
    // Due on Monday: before the next Tuesday.
    await zetKlaar({}, DINSDAG);
    expect(await rijen()).toMatchObject([{ id: beleid, status: 'wacht', toelichting: null }]);
    await proef.database.query('DELETE FROM bericht');
    vervallenOp('2027-03-09');
    await zetKlaar({}, DINSDAG);
    await zetKlaar({}, DINSDAG);
    expect(await rijen()).toEqual([
      {
        id: beleid,
        namens: null,
        status: 'samengevoegd',
        toelichting: 'Staat in het weekoverzicht van dinsdag 9 maart 2027.',
      },
    ]);
    expect(await opslag.claim('ik', 10)).toEqual([]);
    await proef.database.query('DELETE FROM bericht');
    await zetKlaar({ soort: 'bericht-overgeslagen' as never }, DINSDAG);
    expect(await rijen()).toMatchObject([{ status: 'overgeslagen' }]);
  });

  it('merges nothing for who wants mails apart, without a digest day, and nothing but taken', async () => {
    vervallenOp('2027-04-09');
    await zetKlaar();
    await zetKlaar({ bericht: 'traject-afgerond', onderwerp: 'inventariseren' }, DINSDAG);
    await proef.database.query('UPDATE contactpersoon SET weekoverzicht = false');
    await zetKlaar({ bericht: 'herinnering-na' }, DINSDAG);
    expect((await rijen()).map(({ status }) => status)).toEqual(['wacht', 'wacht', 'wacht']);
  });

  it('goes to nobody who left since it was ready', async () => {
    await zetKlaar();
    await proef.database.query(`UPDATE contactpersoon SET vertrekt_op = '2000-01-01' WHERE id = $1`, [
      beleid,
    ]);
    expect((await claim())?.geldig).toBe(false);
    await proef.database.query(`UPDATE contactpersoon SET vertrekt_op = '2999-01-01' WHERE id = $1`, [
      beleid,
    ]);
    await proef.database.query(`UPDATE bericht SET status = 'wacht'`);
    expect((await claim())?.geldig).toBe(true);
  });

  it('goes to the adviseur of the traject as long as he works there, by the name under which he was let in', async () => {
    const account = await leider();
    await proef.database.query('UPDATE toekenning SET naam = $2 WHERE account_id = $1', [
      account,
      verzegel(TEST_KEYRING, 'toekenning.naam', 'Lies'),
    ]);
    await proef.database.query('UPDATE traject SET adviseur_account_id = $2 WHERE id = $1', [
      trajectId,
      account,
    ]);
    await zetKlaar({ bericht: 'escalatie', aan: 'adviseur' });
    const email = `leider-${String(zaad)}@les.example`;
    expect(await claim()).toMatchObject({
      aan: { naam: 'Lies', email },
      gegevens: { adviseur: `Lies, ${email}`, aanAdviseur: true },
    });
    await proef.database.query('UPDATE toekenning SET ingetrokken_op = now() WHERE account_id = $1', [
      account,
    ]);
    await proef.database.query(`UPDATE bericht SET status = 'wacht'`);
    expect((await claim())?.aan.email).toBe(cohort.adviseurEmail);
  });

  it('goes to the leider, and to the adviseur where there is none', async () => {
    await zetKlaar({ bericht: 'escalatie', aan: 'leider' });
    expect((await claim())?.aan.email).toBe(cohort.adviseurEmail);
    await proef.database.query('DELETE FROM bericht');
    await proef.database.query('UPDATE cohort SET leider_account_id = $2 WHERE id = $1', [
      cohort.id,
      await leider(),
    ]);
    await zetKlaar({ bericht: 'escalatie', aan: 'leider' });
    expect(await claim()).toMatchObject({
      aan: { naam: 'Loes Leider' },
      gegevens: {
        adviseur: `Adviseur van het cohort, ${cohort.adviseurEmail}`,
        link: `https://mt.example/trajecten/${trajectId}`,
      },
    });
    expect(await rijen()).toMatchObject([{ id: null }]);
  });
});
