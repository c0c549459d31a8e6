import { randomUUID } from 'node:crypto';
import type { Deelnemer } from '@maatwerktraject/contracts';
import { parse } from 'csv-parse/sync';
import { maakCohort, startTestApi, type TestApi } from '../testing/api.js';
import { zetLopend } from '../testing/lopend-traject.js';
import { BESTANDEN } from './export.service.js';

type Rij = Record<string, string>;

describe('export over HTTP', () => {
  let api: TestApi;
  let cohort: string;
  let traject: string;

  beforeAll(async () => {
    api = await startTestApi();
    cohort = await maakCohort(api, { naam: '=Twente', oefenklok: { dagenPerSeconde: 1 } });
    const persoon = { naam: 'Geheime Naam', email: 'geheim@x.example', niveau: 'beleid', hoofdcontact: true };
    const { json } = await api.vraag('POST', `/cohorten/${cohort}/deelnemers`, {
      inhoud: { gemeentecode: 'GM0153', contactpersonen: [persoon] },
    });
    traject = (json as Deelnemer).trajectId;
    await api.verleen({ rol: 'onderzoeker', cohortId: cohort });
    await zetLopend(api.database, cohort, traject);
    await api.database.query(
      `UPDATE taak SET status = 'ingediend', ingediend_op = '2027-02-15T23:30:00Z' WHERE id = $1`,
      [`${traject}.inventariseren.startgegevens.hoofdcontact`],
    );
    await api.database.query(
      `INSERT INTO bericht (id, sleutel, cohort_id, traject_id, soort, stap, onderwerp, aan, status, op, oefen, verzonden_op)
       VALUES (gen_random_uuid(), 'x', $1, $2, 'herinnering-op', 'inventariseren', 'startgegevens.hoofdcontact', 'hoofdcontact',
               'verzonden', '2027-02-15T08:00:00Z', true, now())`,
      [cohort, traject],
    );
    const invoer = randomUUID();
    await api.database.query(
      `INSERT INTO invoer (id, traject_id, soort, onderwerp, inhoud, door) VALUES ($1, $2, 'toelichting', 'uitkomst', $3, 'adviseur')`,
      [invoer, traject, JSON.stringify({ toelichting: '=1+1;"a"\nb' })],
    );
    await api.database.query(
      `UPDATE traject SET uitkomst = 'getraind', uitkomst_op = '2027-11-01T10:00:00Z', uitkomst_invoer_id = $2 WHERE id = $1`,
      [traject, invoer],
    );
  });
  afterAll(() => api.stop());

  const haal = (bestand: string) =>
    api.vraag('GET', `/cohorten/${cohort}/export${bestand}`, { rol: 'onderzoeker' });
  const tabel = async (naam: string) =>
    parse<Rij>((await haal(`/bestanden/${naam}.csv`)).tekst, { columns: true });

  it('has a row per thing', async () => {
    expect((await tabel('trajecten')).length).toBe(1);
    expect((await tabel('stappen')).map(({ stap }) => stap)).toEqual([
      'inventariseren',
      'prioriteren',
      'verbeteracties',
      'uitvoeren',
      'evalueren',
    ]);
    expect((await tabel('taken')).length).toBe(22);
    expect((await tabel('check-ins')).length).toBe(8);
    expect((await tabel('berichten')).length).toBe(1);
  });

  it('gives back what was recorded', async () => {
    const [eerste] = await tabel('trajecten');
    expect(eerste?.traject_id).not.toBe(traject);
    expect(eerste).toMatchObject({
      cohort_naam: "'=Twente",
      oefencohort: 'true',
      gemeentecode: '',
      gemeente: '',
      provincie: 'Overijssel',
      startdatum: '2027-02-01',
      uitkomst: 'getraind',
      taken_totaal: '22',
      taken_ingediend: '1',
      taken_te_laat: '1',
      herinneringen_verzonden: '1',
      afgerond_op: '',
    });
    // Half past midnight in Amsterdam: a day late.
    expect((await tabel('taken')).find(({ status }) => status === 'ingediend')).toMatchObject({
      taak: 'startgegevens',
      ingediend_op: '2027-02-15T23:30:00Z',
      dagen_na_termijn: '1',
      te_laat: 'true',
      herinneringen_vooraf: '1',
    });
    expect(await tabel('uitkomsten')).toEqual([
      {
        traject_id: eerste?.traject_id,
        uitkomst: 'getraind',
        vastgelegd_op: '2027-11-01T10:00:00Z',
        toelichting_aanwezig: 'true',
      },
    ]);
  });

  it('holds no people', async () => {
    for (const bestand of BESTANDEN) {
      const { status, tekst } = await haal(`/bestanden/${bestand}`);
      expect(status).toBe(200);
      // No person, no text of a person, and nothing that says which gemeente it was.
      expect(tekst).not.toMatch(/[Gg]eheim|1\+1|GM0153|Enschede/);
      expect(tekst).not.toContain(traject);
    }
  });

  it('names the gemeenten for who was granted that, and for the adviseur', async () => {
    await api.verleen({ rol: 'onderzoeker', cohortId: cohort, identiteiten: true });
    expect((await tabel('trajecten'))[0]).toMatchObject({ gemeentecode: 'GM0153', gemeente: 'Enschede' });
    await api.database.query('UPDATE toekenning SET ingetrokken_op = now() WHERE identiteiten');
    expect((await tabel('trajecten'))[0]).toMatchObject({ gemeentecode: '', gemeente: '' });
    const { tekst } = await api.vraag('GET', `/cohorten/${cohort}/export/bestanden/trajecten.csv`);
    expect(tekst).toContain('GM0153');
  });

  it('comes as one zip, however many ask at once, and gives its connections back', async () => {
    for (let ronde = 0; ronde < 3; ronde += 1) {
      const zips = await Promise.all(Array.from({ length: 12 }, () => haal('')));
      for (const zip of zips) {
        expect([zip.status, zip.headers.get('content-type')]).toEqual([200, 'application/zip']);
        expect(BESTANDEN.filter((naam) => !zip.tekst.includes(naam))).toEqual([]);
      }
    }
  });

  it('has no other files, for no other roles', async () => {
    expect((await haal('/bestanden/geheim.csv')).status).toBe(404);
    expect((await haal('/bestanden/..%2f..%2fpackage.json')).status).toBe(404);
    expect((await api.vraag('GET', `/cohorten/${cohort}/export`, { rol: 'gemeente' })).status).toBe(403);
  });

  it('lets go of its connection when the reader walks away half-way', async () => {
    await api.database.query(
      `INSERT INTO bericht (id, sleutel, cohort_id, traject_id, soort, stap, onderwerp, aan, status, op, oefen)
       SELECT gen_random_uuid(), 'veel-' || n, $1, $2, 'escalatie', 'inventariseren', 'scan.beleid', 'adviseur', 'wacht', now(), true
         FROM generate_series(1, 40000) AS n`,
      [cohort, traject],
    );
    // In the middle of the mails, and more often than there are connections.
    for (let keer = 0; keer < 12; keer += 1) {
      const { body } = await fetch(`${api.url}/api/v1/cohorten/${cohort}/export`, {
        headers: { Authorization: `Bearer ${'onderzoeker'.repeat(3)}` },
      });
      const lezer = (body as ReadableStream<Uint8Array>).getReader();
      for (let gelezen = 0; gelezen < 200_000;) gelezen += (await lezer.read()).value?.length ?? Infinity;
      await lezer.cancel();
    }
    expect((await haal('/bestanden/trajecten.csv')).status).toBe(200);
    expect((await haal('/bestanden/berichten.csv')).tekst.trimEnd().split('\r\n')).toHaveLength(
      1 + 1 + 40_000,
    );
  }, 30_000);
});
