import type { Deelnemer, DeelnemerLijst } from '@maatwerktraject/contracts';
import { maakCohort, startTestApi, type TestApi } from '../testing/api.js';

const KOP = 'gemeentecode,naam,email,niveau,hoofdcontact';
const GOED = `${KOP}\nGM0153,Kim,kim@x.example,beleid,ja\nGM0153,An,an@x.example,bestuur,nee\nGM0141,Bo,bo@x.example,uitvoering,ja\n`;
const KIM = { naam: 'Kim', email: 'kim@x.example', niveau: 'beleid', hoofdcontact: true };

describe('deelnemers over HTTP', () => {
  let api: TestApi;
  let cohort: string;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());
  beforeEach(async () => {
    cohort = await maakCohort(api);
  });

  const csv = (tekst: string | Uint8Array) =>
    api.vraag('POST', `/cohorten/${cohort}/deelnemers/csv`, { csv: tekst });
  const lijst = async () =>
    ((await api.vraag('GET', `/cohorten/${cohort}/deelnemers`)).json as DeelnemerLijst).items;
  const paden = async (tekst: string) => (await csv(tekst)).probleem.fouten?.map(({ pad }) => pad);

  it('takes a good file, and the same file again, in the order of the names', async () => {
    for (const tekst of [GOED, GOED, `\uFEFF${GOED.replaceAll(',', ';').replaceAll('\n', '\r\n')}`])
      expect((await csv(tekst)).status).toBe(201);
    expect(
      (await lijst()).map(({ gemeente, contactpersonen }) => [
        gemeente.naam,
        contactpersonen.map(({ naam }) => naam),
      ]),
    ).toEqual([
      ['Almelo', ['Bo']],
      ['Enschede', ['Kim', 'An']],
    ]);
  });

  it('refuses a faulty file whole, with every fault in the order of its lines', async () => {
    expect(await paden(`${GOED}GM9999,Jo,jo@x.example,beleid,ja\nGM0150,=cmd,jox.nl,beleid,ja\n`)).toEqual([
      'regel 5, kolom gemeentecode',
      'regel 6, kolom naam',
      'regel 6, kolom email',
    ]);
    expect(await lijst()).toEqual([]);
  });

  it('refuses a gemeente that takes part with other people', async () => {
    await csv(GOED);
    expect(
      await paden(`${KOP}\nGM0150,Jo,jo@x.example,beleid,ja\nGM0153,Piet,piet@x.example,beleid,ja\n`),
    ).toEqual(['regel 3, kolom gemeentecode']);
    expect(await lijst()).toHaveLength(2);
  });

  it('takes no more than 1 MB, and only CSV', async () => {
    expect((await csv(new Uint8Array(1_100_000).fill(0x61))).status).toBe(413);
    expect((await api.vraag('POST', `/cohorten/${cohort}/deelnemers/csv`, { inhoud: {} })).status).toBe(415);
  });

  it('adds one by hand, once, and takes it away again', async () => {
    const pad = `/cohorten/${cohort}/deelnemers`;
    const inhoud = { gemeentecode: 'GM0153', contactpersonen: [KIM] };
    const [een, twee] = [await api.vraag('POST', pad, { inhoud }), await api.vraag('POST', pad, { inhoud })];
    expect([een.status, twee.json]).toEqual([201, een.json]);
    const anders = await api.vraag('POST', pad, {
      inhoud: { ...inhoud, contactpersonen: [{ ...KIM, naam: 'Kees' }] },
    });
    expect(anders.probleem.code).toBe('doet-al-mee');
    expect(
      (await api.vraag('POST', pad, { inhoud: { ...inhoud, gemeentecode: 'GM9999' } })).probleem.fouten?.[0]
        ?.pad,
    ).toBe('gemeentecode');
    const { trajectId } = een.json as Deelnemer;
    expect((await api.vraag('DELETE', `${pad}/${trajectId}`)).status).toBe(204);
    expect((await api.vraag('DELETE', `${pad}/${trajectId}`)).status).toBe(404);
  });

  it('changes nothing once the cohort has started', async () => {
    await csv(GOED);
    await api.database.query(`UPDATE cohort SET status = 'lopend' WHERE id = $1`, [cohort]);
    expect((await csv(GOED)).probleem.code).toBe('cohort-al-gestart');
    const [eerste] = await lijst();
    expect((await api.vraag('DELETE', `/cohorten/${cohort}/deelnemers/${eerste!.trajectId}`)).status).toBe(
      409,
    );
  });
});
