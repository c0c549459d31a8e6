import type { Account, AuditPagina, Deelnemer, Toekenning } from '@maatwerktraject/contracts';
import { maakCohort, NIEUW_COHORT, startTestApi, type TestApi } from '../testing/api.js';
import { WEIGERINGEN_PER_MINUUT } from './weigering.service.js';

const KIM = { naam: 'Kim', email: 'kim@x.example', niveau: 'beleid', hoofdcontact: true };
const NERGENS = '3d1f0e5c-0000-4000-8000-000000000000';

interface Regel {
  readonly handeling: string;
  readonly onderwerp: string | null;
  readonly rol: string;
  readonly inhoud: Record<string, unknown>;
}

describe('het auditlog over HTTP', () => {
  let api: TestApi;
  let cohort: string;

  beforeAll(async () => {
    api = await startTestApi();
    cohort = await maakCohort(api);
  });
  afterAll(() => api.stop());

  const sinds = async <T>(werk: () => Promise<T>): Promise<Regel[]> => {
    const [rij] = await api.database.query<{ n: number }[]>(
      'SELECT coalesce(max(volgnummer), 0) AS n FROM audit',
    );
    await werk();
    return api.database.query<Regel[]>(
      'SELECT handeling, onderwerp, rol, inhoud FROM audit WHERE volgnummer > $1 ORDER BY volgnummer',
      [rij?.n],
    );
  };
  const lees = async (vraag = ''): Promise<AuditPagina> =>
    (await api.vraag('GET', `/auditregels?${vraag}`, { rol: 'beheerder' })).json as AuditPagina;
  const vergeetWeigeringen = () => api.database.query(`DELETE FROM limiet WHERE key LIKE 'weigering%'`);

  it('is for the beheerder alone, the newest first, each line once', async () => {
    for (const rol of ['adviseur', 'onderzoeker', 'gemeente'] as const)
      expect((await api.vraag('GET', '/auditregels', { rol })).status).toBe(403);
    const alle = (await lees('limiet=500')).items.map(({ volgnummer }) => volgnummer);
    expect(alle).toEqual([...alle].sort((a, b) => b - a));
    const tot = `tot=${new Date().toISOString()}`;
    const voor = (await lees(`limiet=500&${tot}`)).items.map(({ volgnummer }) => volgnummer);
    const gezien: number[] = [];
    for (let na = ''; ;) {
      const deel = await lees(`limiet=2&${tot}${na}`);
      gezien.push(...deel.items.map(({ volgnummer }) => volgnummer));
      if (deel.volgende === null) break;
      na = `&na=${deel.volgende}`;
    }
    expect(gezien.length).toBeGreaterThan(3);
    expect(gezien).toEqual(voor);
  });

  it('filters, and says who and from where for as long as that is kept', async () => {
    const inhoud = { soort: 'dienst', naam: 'Koppeling' };
    const { id } = (await api.vraag('POST', '/accounts', { rol: 'beheerder', inhoud })).json as Account;
    const een = async () => (await lees(`handeling=account-maken&onderwerp=account/${id}`)).items;
    expect(await een()).toMatchObject([
      {
        accountId: api.accounts.beheerder,
        naam: 'beheerder@les.example',
        rol: 'beheerder',
        adres: '127.0.0.1',
      },
    ]);
    const filter = `handeling=account-maken&accountId=${api.accounts.beheerder}`;
    expect((await lees(filter)).totaal).toBe(1);
    expect((await lees(`${filter}&van=2099-01-01T00:00:00Z`)).totaal).toBe(0);
    // Further from UTC than PostgreSQL knows, and before its first day.
    for (const ver of ['0737-02-22T16:40:34.0-19:24', '0001-01-01T00:00:00%2B23:59'])
      expect((await lees(`${filter}&van=${ver}`)).totaal).toBeGreaterThan(0);
    expect((await lees(`${filter}&tot=2000-01-01T00:00:00Z`)).totaal).toBe(0);
    const straks = encodeURIComponent('2099-01-01T01:00:00+01:00');
    expect((await lees(`${filter}&tot=${straks}`)).totaal).toBe(1);
    expect((await api.vraag('GET', '/auditregels?van=gisteren', { rol: 'beheerder' })).status).toBe(400);
    await api.database.query('DELETE FROM audit_herkomst');
    await api.database.query(`UPDATE account SET status = 'gewist', naam = '' WHERE id = $1`, [id]);
    await api.database.transaction(async (db) => {
      await db.query(`SELECT begin_als('${id}', 'adviseur')`);
      await db.query(`SELECT schrijf_audit('proef', NULL, NULL, '{}', NULL)`);
    });
    expect(await een()).toMatchObject([{ adres: null }]);
    expect((await lees('handeling=proef')).items).toMatchObject([{ accountId: id, naam: 'gewist' }]);
    expect((await api.vraag('GET', `/accounts/${id}`, { rol: 'beheerder' })).json).toMatchObject({
      naam: 'gewist',
      email: null,
    });
  });

  it('names what a line is about, as far as that is still there', async () => {
    const deelnemer = { inhoud: { gemeentecode: 'GM0141', contactpersonen: [KIM] } };
    const { trajectId } = (await api.vraag('POST', `/cohorten/${cohort}/deelnemers`, deelnemer))
      .json as Deelnemer;
    const toegang = await api.vraag('POST', `/cohorten/${cohort}/toekenningen`, {
      inhoud: { email: 'noor@uni.example', naam: 'Noor', rol: 'onderzoeker' },
    });
    const { id: toekenning, accountId } = toegang.json as Toekenning;
    const taak = `taak/${trajectId}.inventariseren.scan.beleid`;
    // As a refused request can have it.
    const inHoofdletters = `taak/${trajectId.toUpperCase()}.inventariseren.scan.beleid`;
    await api.database.transaction(async (db) => {
      for (const [onderwerp, inhoud] of [
        [`cohort/${cohort}`, { accountId }],
        [taak, { cohortId: NERGENS }],
        [`toekenning/${toekenning}`, {}],
        [`sessie/${NERGENS}`, { trajectId: 'geen-kenmerk' }],
        [inHoofdletters, { cohortId: cohort.toUpperCase() }],
        ['raar', { accountId: 3 }],
      ])
        await db.query(`SELECT schrijf_audit('proef-namen', $1, NULL, $2, NULL)`, [onderwerp, inhoud]);
    });
    const { naam } = NIEUW_COHORT;
    expect((await lees('handeling=proef-namen')).items.map((een) => een.namen)).toEqual([
      {},
      { [inHoofdletters]: `Almelo, ${naam}`, [`cohort/${cohort.toUpperCase()}`]: naam },
      {},
      { [`toekenning/${toekenning}`]: `Noor, ${naam}` },
      { [taak]: `Almelo, ${naam}` },
      { [`cohort/${cohort}`]: naam, [`account/${accountId}`]: 'Noor' },
    ]);
    await api.database.query(`UPDATE account SET status = 'gewist', naam = '' WHERE id = $1`, [accountId]);
    expect((await lees(`handeling=proef-namen&onderwerp=cohort/${cohort}`)).items[0]?.namen).toMatchObject({
      [`account/${accountId}`]: 'gewist',
    });
  });

  it('puts on record that it was read, and with which question', async () => {
    const regels = await sinds(() => lees('handeling=export&limiet=3'));
    expect(regels).toEqual([
      {
        handeling: 'audit-lezen',
        onderwerp: null,
        rol: 'beheerder',
        inhoud: { handeling: 'export', limiet: 3 },
      },
    ]);
  });

  it('has a line of each command that writes none itself, once for each key', async () => {
    const pad = `/cohorten/${cohort}/deelnemers`;
    const inhoud = { gemeentecode: 'GM0153', contactpersonen: [KIM] };
    const verzoek = { inhoud, headers: { 'Idempotency-Key': 'kim' } };
    let traject = '';
    const toegevoegd = await sinds(async () => {
      traject = ((await api.vraag('POST', pad, verzoek)).json as Deelnemer).trajectId;
      await api.vraag('POST', pad, verzoek);
    });
    expect(toegevoegd).toEqual([
      {
        handeling: 'voegDeelnemerToe',
        onderwerp: `traject/${traject}`,
        rol: 'adviseur',
        inhoud: { status: 201, cohortId: cohort },
      },
    ]);
    expect(JSON.stringify(toegevoegd)).not.toContain('kim@');
    let leeg = '';
    const gemaakt = await sinds(async () => {
      leeg = await maakCohort(api);
    });
    expect(gemaakt).toMatchObject([{ handeling: 'maakCohort', onderwerp: `cohort/${leeg}` }]);
    const geweigerd = await sinds(() => api.vraag('POST', `/cohorten/${leeg}/start`));
    expect(geweigerd).toMatchObject([
      { handeling: 'startCohort', onderwerp: `cohort/${leeg}`, inhoud: { status: 409 } },
    ]);
    expect(await sinds(() => api.vraag('POST', pad, { inhoud: {} }))).toEqual([]);
    const weg = await sinds(() => api.vraag('DELETE', `${pad}/${traject}`));
    expect(weg.map((regel) => [regel.handeling, regel.onderwerp, regel.inhoud])).toEqual([
      ['haalDeelnemerWeg', `traject/${traject}`, { status: 204, cohortId: cohort }],
    ]);
    expect(await sinds(() => api.vraag('GET', pad))).toEqual([]);
  });

  it('has a line of each export, and of reads by an onderzoeker who sees names', async () => {
    const bestanden = await sinds(async () => {
      await api.vraag('GET', `/cohorten/${cohort}/export`);
      await api.vraag('GET', `/cohorten/${cohort}/export/bestanden/codeboek.csv`);
      await api.vraag('GET', `/cohorten/${cohort}/export/bestanden/niets.csv`);
    });
    expect(
      bestanden.map(({ handeling, inhoud }) => [handeling, inhoud['bestand'] ?? inhoud['operatie']]),
    ).toEqual([
      ['export', 'maatwerktraject-twente.zip'],
      ['export', 'codeboek.csv'],
      ['geweigerd', 'leesExportBestand'],
    ]);
    const bord = () => api.vraag('GET', `/cohorten/${cohort}/bord`, { rol: 'onderzoeker' });
    await api.verleen({ rol: 'onderzoeker', cohortId: cohort });
    expect(await sinds(bord)).toEqual([]);
    await api.verleen({ rol: 'onderzoeker', cohortId: cohort, identiteiten: true });
    expect(await sinds(bord)).toMatchObject([
      { handeling: 'identiteiten-lezen', onderwerp: `cohort/${cohort}`, inhoud: { operatie: 'leesBord' } },
    ]);
    expect(await sinds(() => api.vraag('GET', `/cohorten/${cohort}/bord`))).toEqual([]);
  });

  it('has a line of what was refused to somebody, so many a minute', async () => {
    await vergeetWeigeringen();
    const regels = await sinds(async () => {
      await api.vraag('POST', '/cohorten', { rol: 'onderzoeker', inhoud: NIEUW_COHORT });
      await api.vraag('GET', `/cohorten/${NERGENS}`, { rol: 'onderzoeker' });
      await api.vraag('GET', '/bestaat-niet', { rol: 'onderzoeker' });
      await api.vraag('GET', `/cohorten/${NERGENS}`, { rol: null });
    });
    expect(regels).toEqual([
      {
        handeling: 'geweigerd',
        onderwerp: null,
        rol: 'onderzoeker',
        inhoud: { operatie: 'maakCohort', status: 403 },
      },
      {
        handeling: 'geweigerd',
        onderwerp: `cohort/${NERGENS}`,
        rol: 'onderzoeker',
        inhoud: { operatie: 'leesCohort', status: 404 },
      },
    ]);
    await vergeetWeigeringen();
    const veel = await sinds(async () => {
      for (let keer = 0; keer < WEIGERINGEN_PER_MINUUT + 5; keer += 1)
        expect((await api.vraag('GET', '/auditregels')).status).toBe(403);
      // Somebody else has his own count.
      await api.vraag('GET', '/auditregels', { rol: 'gemeente' });
    });
    expect(veel.filter(({ rol }) => rol === 'adviseur')).toHaveLength(WEIGERINGEN_PER_MINUUT);
    expect(veel.filter(({ rol }) => rol === 'gemeente')).toHaveLength(1);
    expect(veel[WEIGERINGEN_PER_MINUUT - 1]?.inhoud['verder']).toBe('deze minuut niet opgeschreven');
  });

  it('gives no answer for which there is no line', async () => {
    await api.database.query(
      'ALTER FUNCTION schrijf_audit(text, text, text, jsonb, text) RENAME TO schrijf_audit_weg',
    );
    try {
      const antwoord = await api.vraag('GET', `/cohorten/${cohort}/export/bestanden/codeboek.csv`);
      expect(antwoord.status).toBe(500);
      expect(antwoord.tekst).not.toContain('veld');
      expect((await api.vraag('POST', '/cohorten', { inhoud: NIEUW_COHORT })).status).toBe(500);
      // A refusal stays one.
      expect((await api.vraag('GET', '/accounts')).status).toBe(403);
    } finally {
      await api.database.query(
        'ALTER FUNCTION schrijf_audit_weg(text, text, text, jsonb, text) RENAME TO schrijf_audit',
      );
    }
  });
});
