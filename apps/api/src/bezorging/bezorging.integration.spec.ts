import { randomUUID } from 'node:crypto';
import type {
  AdresprobleemLijst,
  BerichtDetail,
  BerichtPagina,
  Bord,
  Deelnemer,
} from '@maatwerktraject/contracts';
import { verzegel } from '@maatwerktraject/database';
import { TEST_KEYRING } from '@maatwerktraject/testing/services';
import { maakCohort, startTestApi, type TestApi } from '../testing/api.js';
import { zetLopend } from '../testing/lopend-traject.js';
import { maakDienst, maakToken } from '../testing/mensen.js';

const KIM = { naam: 'Kim', email: 'kim@x.example', niveau: 'beleid', hoofdcontact: true };
const REDEN = 'gebeld met de gemeente';

describe('de bezorging van mail', () => {
  let api: TestApi;
  let cohort: string;
  let traject: string;
  let kim: string;
  let account: string;
  let mailserver: string;

  beforeAll(async () => {
    api = await startTestApi();
    cohort = await maakCohort(api);
    const { json } = await api.vraag('POST', `/cohorten/${cohort}/deelnemers`, {
      inhoud: { gemeentecode: 'GM0153', contactpersonen: [KIM] },
    });
    traject = (json as Deelnemer).trajectId;
    await zetLopend(api.database, cohort, traject);
    const [persoon] = await api.database.query<{ id: string; account_id: string }[]>(
      'SELECT id, account_id FROM contactpersoon WHERE traject_id = $1',
      [traject],
    );
    kim = persoon?.id ?? '';
    account = persoon?.account_id ?? '';
    // A mail server has a role, and is let into no cohort at all.
    const dienst = await maakDienst(api.database, []);
    await api.verleen({ rol: 'adviseur' }, dienst);
    mailserver = await maakToken(api.database, dienst, ['retourmeldingen.melden']);
  });
  afterAll(() => api.stop());
  beforeEach(async () => {
    await api.database.query('DELETE FROM bericht');
    await api.database.query('DELETE FROM adresprobleem');
    await api.database.query('DELETE FROM limiet');
  });

  interface Anders {
    readonly status?: string;
    readonly aan?: 'beleid' | 'uitvoering' | 'adviseur';
    readonly extra?: Readonly<Record<string, unknown>>;
  }
  /** A mail that left at nine, with its one attempt. */
  const maakMail = async ({ status = 'verzonden', aan = 'beleid', extra = {} }: Anders = {}): Promise<{
    id: string;
    messageId: string;
  }> => {
    const id = randomUUID();
    const messageId = `<${id.replaceAll('-', '')}@mt.example>`;
    await api.database.query(
      `INSERT INTO bericht (id, sleutel, cohort_id, traject_id, contactpersoon_id, soort, stap, onderwerp, aan, status, op, oefen, pogingen, message_id, geclaimd_op)
       VALUES ($1::uuid, $1::text, $2, $3, $4, 'taak-geopend', 'inventariseren', $5, $6, $7, '2027-02-08T08:00:00Z', false, 1, $8, now())`,
      [id, cohort, traject, aan === 'adviseur' ? null : kim, `scan.${aan}`, aan, status, messageId],
    );
    await api.database.query(
      `INSERT INTO bericht_poging (bericht_id, cohort_id, nummer, begonnen_op, geeindigd_op, uitkomst, antwoord)
       VALUES ($1, $2, 1, now() - interval '1 second', now(), $3, $4)`,
      [
        id,
        cohort,
        status === 'onbekend' ? 'onbekend' : 'verzonden',
        verzegel(TEST_KEYRING, 'bericht_poging.antwoord', '250 ok <kim@x.example>'),
      ],
    );
    for (const [kolom, waarde] of Object.entries(extra))
      await api.database.query(`UPDATE bericht SET ${kolom} = $2 WHERE id = $1`, [id, waarde]);
    return { id, messageId };
  };
  const lees = async (id: string): Promise<BerichtDetail> =>
    (await api.vraag('GET', `/trajecten/${traject}/berichten/${id}`)).json as BerichtDetail;
  const problemen = async (): Promise<AdresprobleemLijst> =>
    (await api.vraag('GET', `/trajecten/${traject}/adresproblemen`)).json as AdresprobleemLijst;
  const rapport = (messageId: string, status = '5.1.1', action = 'failed'): string =>
    [
      'Content-Type: multipart/report; report-type=delivery-status; boundary=B',
      '',
      '--B',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example',
      '',
      'Final-Recipient: rfc822; kim@x.example',
      `Action: ${action}`,
      `Status: ${status}`,
      `Diagnostic-Code: smtp; 550 ${status} <kim@x.example> weg`,
      '',
      '--B',
      'Content-Type: text/rfc822-headers',
      '',
      `Message-ID: ${messageId}`,
      '',
      '--B--',
      '',
    ].join('\r\n');
  const meld = (bericht: string, sleutel = mailserver) =>
    api.vraag('POST', '/retourmeldingen', {
      rol: null,
      csv: bericht,
      headers: { 'Content-Type': 'message/rfc822', Authorization: sleutel },
    });
  const auditregel = async (): Promise<unknown> =>
    (
      await api.database.query<unknown[]>(
        'SELECT handeling, onderwerp, reden, inhoud FROM audit ORDER BY volgnummer DESC LIMIT 1',
      )
    )[0];

  it('tells of one mail all that happened to it', async () => {
    const { id, messageId } = await maakMail({
      aan: 'uitvoering',
      extra: {
        regel: 'taak-opent',
        herleiding: JSON.stringify([
          { stap: 'basis', van: '2027-02-06', naar: '2027-02-06' },
          { stap: 'feestdag', van: '2027-02-06', naar: '2027-02-08', naam: 'weekend' },
        ]),
        gespreid_tot: '2027-02-08T08:20:00Z',
      },
    });
    expect(await lees(id)).toMatchObject({
      id,
      messageId,
      trajectId: traject,
      titel: 'Nieuwe taak: Scan vanuit uw eigen werk (uitvoering)',
      aan: { naam: 'Kim', email: 'kim@x.example' },
      // Kim is of beleid, and does this for want of anybody else.
      voorNiveau: 'uitvoering',
      regel: 'taak-opent',
      herleiding: [
        { stap: 'basis', van: '2027-02-06', naar: '2027-02-06' },
        { stap: 'feestdag', van: '2027-02-06', naar: '2027-02-08', naam: 'weekend' },
        { stap: 'spreiding', van: '2027-02-08T08:00:00.000Z', naar: '2027-02-08T08:20:00.000Z' },
      ],
      verloop: [{ nummer: 1, uitkomst: 'verzonden', antwoord: '250 ok <kim@x.example>', nagekomen: null }],
      besluiten: [],
      adresprobleemId: null,
    });
    const kaal = await lees((await maakMail({ extra: { herleiding: '{"van": 1}' } })).id);
    expect([kaal.regel, kaal.herleiding, kaal.voorNiveau]).toEqual([null, [], null]);
    for (const weg of [randomUUID(), cohort])
      expect((await api.vraag('GET', `/trajecten/${traject}/berichten/${weg}`)).status).toBe(404);
  });

  it('lets somebody say what became of a mail that is unknown, once and with a reason', async () => {
    const een = await maakMail({ status: 'onbekend' });
    const twee = await maakMail({ status: 'onbekend' });
    await maakMail();
    const lijst = (await api.vraag('GET', `/trajecten/${traject}/berichten?status=onbekend`)).json;
    expect((lijst as BerichtPagina).totaal).toBe(2);
    expect((await problemen()).post).toMatchObject({ onbekend: 2, mislukt: 0 });
    const pad = `/trajecten/${traject}/berichten/${een.id}/besluit`;
    expect((await api.vraag('POST', pad, { inhoud: { besluit: 'aangekomen' } })).status).toBe(400);
    const inhoud = { besluit: 'aangekomen', reden: REDEN };
    const klaar = await api.vraag('POST', pad, { inhoud });
    expect([klaar.status, (klaar.json as BerichtDetail).status]).toEqual([200, 'verzonden']);
    expect(await auditregel()).toEqual({
      handeling: 'bericht-besluiten',
      onderwerp: `traject/${traject}`,
      reden: REDEN,
      inhoud: { berichtId: een.id, besluit: 'aangekomen' },
    });
    const weer = await api.vraag('POST', pad, { inhoud });
    expect([weer.status, weer.probleem.code]).toEqual([409, 'mail-is-duidelijk']);
    const opnieuw = await api.vraag('POST', `/trajecten/${traject}/berichten/${twee.id}/besluit`, {
      inhoud: { besluit: 'opnieuw', reden: REDEN },
    });
    // The same mail: who has it already can see that.
    expect(opnieuw.json).toMatchObject({ status: 'wacht', messageId: twee.messageId, besluiten: [] });
  });

  it('lets a refused mail go once more, and not be called arrived', async () => {
    const { id } = await maakMail({ status: 'mislukt' });
    expect((await lees(id)).besluiten).toEqual(['opnieuw']);
    const besluit = (wat: string) =>
      api.vraag('POST', `/trajecten/${traject}/berichten/${id}/besluit`, {
        inhoud: { besluit: wat, reden: REDEN },
      });
    expect((await besluit('aangekomen')).status).toBe(409);
    expect((await besluit('opnieuw')).json).toMatchObject({ status: 'wacht' });
  });

  it('takes in that a mail came back: a fact, a task, and mail that is held', async () => {
    const { id, messageId } = await maakMail();
    const antwoord = await meld(rapport(messageId));
    expect([antwoord.status, antwoord.json]).toEqual([200, { uitkomst: 'adresprobleem' }]);
    expect(await lees(id)).toMatchObject({
      status: 'aangehouden',
      verzondenOp: null,
      toelichting: expect.stringContaining('De mail kwam terug (5.1.1)'),
      verloop: [{ nagekomen: 'De mail kwam terug (5.1.1): 550 5.1.1 <kim@x.example> weg' }],
    });
    const { items, post } = await problemen();
    expect(items).toEqual([
      expect.objectContaining({
        wie: { naam: 'Kim', email: 'kim@x.example', niveau: 'beleid' },
        bron: 'teruggekomen',
        code: '5.1.1',
        woorden: '550 5.1.1 <kim@x.example> weg',
        aangehouden: 1,
        opgelostOp: null,
      }),
    ]);
    expect(post).toEqual({ adresproblemen: 1, onbekend: 0, mislukt: 0, aangehouden: 1 });
    const [rij] = ((await api.vraag('GET', `/cohorten/${cohort}/bord`)).json as Bord).items;
    expect(rij?.post).toEqual(post);
    // The same report once more changes nothing.
    expect((await meld(rapport(messageId))).json).toEqual({ uitkomst: 'genoteerd' });
    expect((await problemen()).items).toHaveLength(1);
  });

  it('is solved by a person, who says why; what was held goes', async () => {
    const { id, messageId } = await maakMail();
    await meld(rapport(messageId));
    const probleem = (await problemen()).items[0]?.id ?? '';
    const pad = `/trajecten/${traject}/adresproblemen/${probleem}/oplossing`;
    expect((await api.vraag('POST', pad, { inhoud: {} })).status).toBe(400);
    const opgelost = await api.vraag('POST', pad, { inhoud: { reden: REDEN } });
    expect(opgelost.json).toMatchObject({
      items: [{ id: probleem, oplossing: 'opnieuw', aangehouden: 0 }],
      post: { adresproblemen: 0, aangehouden: 0 },
    });
    expect((await lees(id)).status).toBe('wacht');
    expect(await auditregel()).toMatchObject({ handeling: 'adresprobleem-oplossen', reden: REDEN });
    expect((await api.vraag('POST', pad, { inhoud: { reden: REDEN } })).status).toBe(409);
    const elders = `/trajecten/${traject}/adresproblemen/${randomUUID()}/oplossing`;
    expect((await api.vraag('POST', elders, { inhoud: { reden: REDEN } })).status).toBe(404);
  });

  it('ends by itself when a beheerder corrects the address, and a late report of the old one is noted', async () => {
    const eerste = await maakMail();
    const tweede = await maakMail();
    await meld(rapport(eerste.messageId));
    const { json } = await api.vraag('GET', `/accounts/${account}`, { rol: 'beheerder' });
    const wijziging = await api.vraag('PATCH', `/accounts/${account}`, {
      rol: 'beheerder',
      inhoud: { email: 'kim.nieuw@x.example' },
      headers: { 'If-Match': `"${String((json as { versie: number }).versie)}"` },
    });
    expect(wijziging.status).toBe(200);
    expect((await problemen()).items[0]).toMatchObject({ oplossing: 'adres-gewijzigd' });
    expect((await lees(eerste.id)).status).toBe('wacht');
    // This one went to the old address too.
    expect((await meld(rapport(tweede.messageId))).json).toEqual({ uitkomst: 'genoteerd' });
    expect((await lees(tweede.id)).status).toBe('verzonden');
    expect((await problemen()).post.adresproblemen).toBe(0);
  });

  it('only notes that a mail server goes on trying', async () => {
    const { id, messageId } = await maakMail();
    expect((await meld(rapport(messageId, '4.4.1', 'delayed'))).json).toEqual({ uitkomst: 'genoteerd' });
    const { status, verloop } = await lees(id);
    expect(status).toBe('verzonden');
    expect(verloop[0]?.nagekomen).toContain('nog niet kunnen bezorgen (4.4.1)');
    expect((await problemen()).items).toEqual([]);
  });

  it('knows the address of the adviseur of a cohort, who has no account', async () => {
    const { messageId } = await maakMail({ aan: 'adviseur' });
    await meld(rapport(messageId));
    expect((await problemen()).items[0]?.wie).toEqual({
      naam: 'Ank de Vries',
      email: 'ank@les.example',
      niveau: null,
    });
  });

  it('takes nothing else, and from nobody else', async () => {
    const { messageId } = await maakMail();
    const geen = await meld('Subject: Ik ben er niet\r\n\r\nTot maandag.');
    expect([geen.status, geen.probleem.code]).toEqual([422, 'geen-retourmelding']);
    expect((await meld(rapport('<onbekend@mt.example>'))).status).toBe(404);
    const groot = await meld(`${rapport(messageId)}${'x'.repeat(300_000)}`);
    expect([groot.status, groot.probleem.detail]).toEqual([413, expect.stringContaining('256 kB')]);
    expect((await meld(rapport(messageId), 'Bearer mwt_x')).status).toBe(401);
    const ander = await maakToken(api.database, await maakDienst(api.database, [cohort]), ['logboek.lezen']);
    expect((await meld(rapport(messageId), ander)).status).toBe(403);
    // The database asks it too: a person cannot make an address fail.
    const als = `SELECT meld_retour($1, true, '5.1.1', 'x', 'x', 'x') AS uitkomst`;
    const runner = api.database.createQueryRunner();
    await runner.startTransaction();
    await runner.query(`SELECT begin_als($1, 'adviseur')`, [api.accounts.adviseur]);
    expect(await runner.query(als, [messageId])).toEqual([{ uitkomst: 'onbekend' }]);
    await runner.rollbackTransaction();
    await runner.release();
    expect((await problemen()).items).toEqual([]);
  });
});
