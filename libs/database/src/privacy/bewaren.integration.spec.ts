import { randomUUID } from 'node:crypto';
import { BEWAARREGELS, BEWAARTERMIJNEN } from '@maatwerktraject/domain';
import { maakTestDatabase, verleen, type TestDatabase } from '@maatwerktraject/testing/services';
import type { DataSource } from 'typeorm';
import { laadEersteGegevens } from '../eerste-gegevens.js';
import { geleden, maakBewaargevallen, type Geval } from '../testing/bewaargevallen.js';

let proef: TestDatabase;
let worker: DataSource;
let g: ReturnType<typeof maakBewaargevallen>;

const bewaar = async (regel: string, hoeveel = 1000): Promise<number> => {
  const [rij] = await worker.query<{ aantal: number }[]>(
    `SELECT bewaar_${regel.replaceAll('-', '_')}($1) AS aantal`,
    [hoeveel],
  );
  return rij?.aantal ?? -1;
};

beforeAll(async () => {
  proef = await maakTestDatabase();
  worker = await proef.als('worker');
  g = maakBewaargevallen(proef.database);
});
afterAll(() => proef.verwijder());

const erIsNog = async (geval: Geval, wat: unknown) => (await g.sql(geval.erIsNog, [wat])).length > 0;

describe('bewaren', () => {
  it.each(BEWAARREGELS)(
    '%s: takes what is over its term, and leaves what is a day younger',
    async (regel) => {
      const geval = g.gevallen[regel];
      const { dagen } = BEWAARTERMIJNEN[regel];
      const [jong, oud] = [await geval.maak(dagen - 0.999), await geval.maak(dagen + 0.001)];
      const jonger = await geval.maak(Math.max(0, dagen - 1));
      expect([await erIsNog(geval, jong), await erIsNog(geval, oud)]).toEqual([true, true]);
      expect(await bewaar(regel)).toBeGreaterThan(0);
      expect([await erIsNog(geval, jonger), await erIsNog(geval, jong), await erIsNog(geval, oud)]).toEqual([
        true,
        true,
        false,
      ]);
      expect(await bewaar(regel)).toBe(0);
    },
  );

  it('takes no more in one go than is asked', async () => {
    for (let nummer = 0; nummer < 3; nummer++) await g.gevallen.limiet.maak(9);
    expect([await bewaar('limiet', 2), await bewaar('limiet', 2), await bewaar('limiet', 2)]).toEqual([
      2, 1, 0,
    ]);
  });

  it('leaves an account that somebody needs', async () => {
    const oud = geleden(1000);
    const metRol = await g.nieuwAccount();
    await verleen(proef.database, metRol, { rol: 'onderzoeker' });
    const pasNogAangemeld = await g.nieuwAccount();
    await g.sessie(300, pasNogAangemeld);
    const pasGestopt = await g.nieuwAccount();
    const gestopt = await verleen(proef.database, pasGestopt, { rol: 'onderzoeker' });
    await g.sql('UPDATE toekenning SET ingetrokken_op = $2 WHERE id = $1', [gestopt, geleden(300)]);
    const [contact] = await g.sql<{ id: string }>(
      'SELECT account_id AS id FROM contactpersoon WHERE id = $1',
      [await g.contactVan((await g.cohort(null)).trajectId)],
    );
    const ids = [metRol, pasNogAangemeld, pasGestopt, contact?.id ?? ''];
    await g.sql('UPDATE account SET created_at = $1', [oud]);
    await bewaar('account');
    for (const id of ids) expect([id, await erIsNog(g.gevallen.account, id)]).toEqual([id, true]);
  });

  it('removes a draft at once when the cohort is closed, and never one that is still needed', async () => {
    const gesloten = await g.concept((await g.cohort(0)).trajectId, 'open', 0);
    const open = await g.concept((await g.cohort(null)).trajectId, 'open', 500);
    await bewaar('concept');
    expect(await erIsNog(g.gevallen.concept, gesloten)).toBe(false);
    expect(await erIsNog(g.gevallen.concept, open)).toBe(true);
  });

  it('erases what people typed, and leaves what they chose', async () => {
    const { trajectId } = await g.cohort(1000);
    const id = await g.invoer(trajectId, `${trajectId}.prioriteren.verbeteracties.beleid`, {});
    const [veld] = await g.sql<{ stap: string; taak: string; lijst: string; tekst: string; keuze: string }>(`
      SELECT s ->> 'sleutel' AS stap, t ->> 'sleutel' AS taak, l ->> 'sleutel' AS lijst,
             (SELECT v ->> 'sleutel' FROM jsonb_array_elements(l -> 'velden') v WHERE v ->> 'soort' = 'tekst' LIMIT 1) AS tekst,
             (SELECT v ->> 'sleutel' FROM jsonb_array_elements(l -> 'velden') v WHERE v ->> 'soort' IN ('keuze', 'datum') LIMIT 1) AS keuze
        FROM sjabloon, jsonb_array_elements(definitie -> 'stappen') s, jsonb_array_elements(s -> 'taken') t,
             jsonb_array_elements(t -> 'velden') l
       WHERE l ->> 'soort' = 'lijst' AND jsonb_path_exists(l, '$.velden[*] ? (@.soort == "tekst")')
         AND jsonb_path_exists(l, '$.velden[*] ? (@.soort == "keuze" || @.soort == "datum")') LIMIT 1`);
    if (!veld) throw new Error('het sjabloon heeft zo geen lijst');
    const item = (tekst: string): object => ({ [veld.tekst]: tekst, [veld.keuze]: 'blijft', getal: 4 });
    await g.sql('UPDATE invoer SET onderwerp = $2, inhoud = $3 WHERE id = $1', [
      id,
      `${trajectId}.${veld.stap}.${veld.taak}.beleid`,
      JSON.stringify({ [veld.lijst]: [item('Kim'), item('')], uren: 4, keuzes: ['a', 'b'], leeg: [] }),
    ]);
    await bewaar('vrije-tekst');
    const [rij] = await g.sql<{ inhoud: unknown }>('SELECT inhoud FROM invoer WHERE id = $1', [id]);
    expect(rij?.inhoud).toEqual({
      [veld.lijst]: [item('[gewist]'), item('')],
      uren: 4,
      keuzes: ['a', 'b'],
      leeg: [],
    });
  });

  it('writes one line for a run, also when asked twice, and keeps the chain whole', async () => {
    const uitvoering = randomUUID();
    for (let keer = 0; keer < 2; keer++)
      await worker.query('SELECT leg_bewaren_vast($1, $2)', [
        uitvoering,
        JSON.stringify({ geteld: { sessie: 2 } }),
      ]);
    const rijen = await g.sql('SELECT handeling, inhoud, account_id FROM audit WHERE onderwerp = $1', [
      `bewaren/${uitvoering}`,
    ]);
    expect(rijen).toEqual([{ handeling: 'bewaren', inhoud: { geteld: { sessie: 2 } }, account_id: null }]);
  });

  it('removes nothing by a rule without a term', async () => {
    const oud = await g.gevallen.limiet.maak(99);
    await g.sql(`DELETE FROM bewaartermijn WHERE regel = 'limiet'`);
    expect(await bewaar('limiet')).toBe(0);
    await laadEersteGegevens(proef.database);
    expect(await bewaar('limiet')).toBe(1);
    expect(await erIsNog(g.gevallen.limiet, oud)).toBe(false);
  });
});
