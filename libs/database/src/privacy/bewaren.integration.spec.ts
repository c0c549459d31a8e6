import { randomBytes, randomUUID } from 'node:crypto';
import { BEWAARREGELS, BEWAARTERMIJNEN, type Bewaarregel } from '@maatwerktraject/domain';
import {
  eenCohort,
  maakAccount,
  maakGroepssessie,
  maakTestDatabase,
  maakWebhook,
  verleen,
  type BewaardCohort,
  type TestDatabase,
} from '@maatwerktraject/testing/services';
import type { DataSource } from 'typeorm';
import { laadEersteGegevens } from '../eerste-gegevens.js';
import { maakSessie } from '../toegang/sessie.js';
import { hashVan } from '../toegang/sleutel.js';

let proef: TestDatabase;
let worker: DataSource;
let zaad = 0;

const sql = async <T>(opdracht: string, parameters: unknown[] = []): Promise<T[]> =>
  proef.database.query<T[]>(opdracht, parameters);
const geleden = (dagen: number): Date => new Date(Date.now() - dagen * 86_400_000);
const nieuwAccount = (): Promise<string> => maakAccount(proef.database, `m${String(++zaad)}@proef.example`);
const bewaar = async (regel: string, hoeveel = 1000): Promise<number> => {
  const [rij] = await worker.query<{ aantal: number }[]>(
    `SELECT bewaar_${regel.replaceAll('-', '_')}($1) AS aantal`,
    [hoeveel],
  );
  return rij?.aantal ?? -1;
};

async function cohort(dagenGesloten: number | null): Promise<BewaardCohort & { trajectId: string }> {
  const gemaakt = await eenCohort(1000 + ++zaad).bewaar(proef.database);
  if (dagenGesloten !== null)
    await sql(
      `INSERT INTO gebeurtenis (workflow_id, seq, cohort_id, soort, op, vastgelegd_op, door, inhoud)
       VALUES ($1, 1, $2, 'cohort-afgesloten', now() + interval '9 years', $3, 'systeem', '{}')`,
      [`cohort/${gemaakt.id}`, gemaakt.id, geleden(dagenGesloten)],
    );
  return { ...gemaakt, trajectId: gemaakt.trajecten[0]?.id ?? '' };
}

async function invoer(trajectId: string, onderwerp: string, inhoud: object): Promise<string> {
  const id = randomUUID();
  await sql(
    `INSERT INTO invoer (id, traject_id, soort, onderwerp, inhoud, door) VALUES ($1, $2, 'antwoord', $3, $4, 'gemeente')`,
    [id, trajectId, onderwerp, JSON.stringify(inhoud)],
  );
  return id;
}

async function concept(trajectId: string, status: 'open' | 'ingediend', dagen: number): Promise<string> {
  const id = `${trajectId}.inventariseren.scan.${String(++zaad)}`;
  await sql(
    `INSERT INTO taak (id, traject_id, stap, taak, uitvoerder, status, gepland_open_op, gepland_vervalt_op)
     VALUES ($1, $2, 'inventariseren', 'scan', 'beleid', $3, '2027-02-01', '2027-02-08')`,
    [id, trajectId, status],
  );
  await sql(`INSERT INTO taak_concept VALUES ($1, '{}', 1, $2)`, [id, geleden(dagen)]);
  return id;
}

/** Makes something that ended so many days ago, and says how to see that it is gone. */
interface Geval {
  maak(dagen: number): Promise<unknown>;
  /** Gives a row as long as it is there, or not erased. */
  readonly erIsNog: string;
}

const sessie = async (dagen: number, account?: string): Promise<Buffer> => {
  const sleutel = await maakSessie(proef.database, {
    accountId: account ?? (await nieuwAccount()),
    rol: 'adviseur',
    via: 'oidc',
    meerdereFactoren: true,
    apparaat: 'Proef',
  });
  const hash = hashVan(sleutel);
  const voorbij = 'UPDATE sessie SET vervalt_op = $2, gebruikt_op = $2 WHERE sleutel_hash = $1';
  await sql(voorbij, [hash, geleden(dagen)]);
  return hash;
};

const eersteId = async (opdracht: string, parameters: unknown[]): Promise<string> =>
  (await sql<{ id: string }>(opdracht, parameters))[0]?.id ?? '';
const contactVan = (trajectId: string): Promise<string> =>
  eersteId('SELECT id FROM contactpersoon WHERE traject_id = $1 LIMIT 1', [trajectId]);
const groepssessie = async (dagen: number): Promise<string> =>
  (await maakGroepssessie(proef.database, { ...GAST, cohortId: (await cohort(dagen)).id })).id;
const GAST = { vanBuiten: 'f@x.example', verslag: 'Kim' };
const CONTACT = `SELECT FROM contactpersoon WHERE id = $1 AND (naam <> '' OR email <> '' OR account_id IS NOT NULL)`;

const GEVALLEN: Readonly<Record<Bewaarregel, Geval>> = {
  sessie: { maak: (dagen) => sessie(dagen), erIsNog: 'SELECT FROM sessie WHERE sleutel_hash = $1' },
  aanmeldlink: {
    maak: async (dagen) =>
      eersteId(`INSERT INTO aanmeldlink (account_id, naar, vervalt_op) VALUES ($1, '/', $2) RETURNING id`, [
        await nieuwAccount(),
        geleden(dagen),
      ]),
    erIsNog: 'SELECT FROM aanmeldlink WHERE id = $1',
  },
  aanmeldpoging: {
    maak: async (dagen) => {
      const hash = randomBytes(32);
      await sql(`INSERT INTO aanmeldpoging VALUES ($1, 's', 'n', 'v', '/', $2)`, [hash, geleden(dagen)]);
      return hash;
    },
    erIsNog: 'SELECT FROM aanmeldpoging WHERE sleutel_hash = $1',
  },
  'passkey-vraag': {
    maak: async (dagen) => {
      const hash = randomBytes(32);
      const vraag = `INSERT INTO passkey_vraag (account_id, sleutel_hash, naar, vervalt_op) VALUES ($1, $2, '/', $3)`;
      await sql(vraag, [await nieuwAccount(), hash, geleden(dagen)]);
      return hash;
    },
    erIsNog: 'SELECT FROM passkey_vraag WHERE sleutel_hash = $1',
  },
  accountbericht: {
    maak: async (dagen) =>
      eersteId(
        `INSERT INTO accountbericht (account_id, soort, gevraagd_op) VALUES ($1, 'passkey-toegevoegd', $2) RETURNING id`,
        [await nieuwAccount(), geleden(dagen)],
      ),
    erIsNog: 'SELECT FROM accountbericht WHERE id = $1',
  },
  limiet: {
    maak: async (dagen) => {
      const key = randomUUID();
      await sql('INSERT INTO limiet VALUES ($1, 1, $2)', [key, geleden(dagen).getTime()]);
      return key;
    },
    erIsNog: 'SELECT FROM limiet WHERE key = $1',
  },
  idempotentie: {
    maak: async (dagen) => {
      const kenmerk = randomUUID();
      await sql(
        `INSERT INTO idempotentie (account_id, kenmerk, vingerafdruk, created_at) VALUES ($1, $2, '', $3)`,
        [randomUUID(), kenmerk, geleden(dagen)],
      );
      return kenmerk;
    },
    erIsNog: 'SELECT FROM idempotentie WHERE kenmerk = $1',
  },
  herkomst: {
    maak: async (dagen) => {
      const [rij] = await sql<{ nummer: number }>(
        `SELECT schrijf_audit('proef', NULL, NULL, '{}', '192.0.2.1') AS nummer`,
      );
      // As superuser past the trigger: a line cannot be written in the past.
      await sql('ALTER TABLE audit DISABLE TRIGGER audit_blijft');
      await sql('UPDATE audit SET op = $2 WHERE volgnummer = $1', [rij?.nummer, geleden(dagen)]);
      await sql('ALTER TABLE audit ENABLE TRIGGER audit_blijft');
      return rij?.nummer;
    },
    erIsNog: 'SELECT FROM audit_herkomst WHERE volgnummer = $1',
  },
  diensttoken: {
    maak: async (dagen) => {
      const hash = randomBytes(32);
      await sql(
        `INSERT INTO diensttoken (account_id, naam, sleutel_hash, rol, rechten, vervalt_op) VALUES ($1, 'x', $2, 'adviseur', '{}', $3)`,
        [await nieuwAccount(), hash, geleden(dagen)],
      );
      return hash;
    },
    erIsNog: 'SELECT FROM diensttoken WHERE sleutel_hash = $1',
  },
  inzage: {
    maak: async (dagen) => {
      const id = randomUUID();
      const { trajectId } = await cohort(null);
      await sql(
        `INSERT INTO inzage (id, account_id, traject_id, reden, vervalt_op) VALUES ($1, $2, $3, 'proef', $4)`,
        [id, await nieuwAccount(), trajectId, geleden(dagen)],
      );
      return id;
    },
    erIsNog: 'SELECT FROM inzage WHERE id = $1',
  },
  toekenning: {
    maak: async (dagen) => {
      const id = await verleen(proef.database, await nieuwAccount(), { rol: 'onderzoeker' });
      await sql('UPDATE toekenning SET ingetrokken_op = $2 WHERE id = $1', [id, geleden(dagen)]);
      return id;
    },
    erIsNog: 'SELECT FROM toekenning WHERE id = $1',
  },
  concept: {
    maak: async (dagen) => concept((await cohort(null)).trajectId, 'ingediend', dagen),
    erIsNog: 'SELECT FROM taak_concept WHERE taak_id = $1',
  },
  bericht: {
    maak: async (dagen) => {
      const id = randomUUID();
      const { id: cohortId, trajectId } = await cohort(null);
      await sql(
        `INSERT INTO bericht (id, sleutel, cohort_id, traject_id, soort, stap, onderwerp, aan, status, op, oefen, toelichting, created_at)
         VALUES ($1::uuid, $1::text, $2, $3, 'escalatie', 's', 'o', 'beleid', 'mislukt', now(), false, '550 <a@b.example>', $4)`,
        [id, cohortId, trajectId, geleden(dagen)],
      );
      return id;
    },
    erIsNog: 'SELECT FROM bericht WHERE id = $1 AND toelichting IS NOT NULL',
  },
  'bericht-poging': {
    maak: async (dagen) =>
      eersteId(
        `INSERT INTO bericht_poging (bericht_id, cohort_id, nummer, begonnen_op, geeindigd_op, uitkomst, antwoord)
         SELECT id, cohort_id, 1, $2, $2, 'mislukt', 'x' FROM bericht WHERE id = $1 RETURNING id`,
        [await GEVALLEN.bericht.maak(dagen), geleden(dagen)],
      ),
    erIsNog: `SELECT FROM bericht_poging WHERE id = $1 AND antwoord <> ''`,
  },
  adresprobleem: {
    maak: async (dagen) =>
      eersteId(
        `INSERT INTO adresprobleem (account_id, oefen, bron, code, woorden, opgelost_op, oplossing)
         VALUES ($1, false, 'geweigerd', '550', 'x', $2, 'opnieuw') RETURNING id`,
        [await nieuwAccount(), geleden(dagen)],
      ),
    erIsNog: 'SELECT FROM adresprobleem WHERE id = $1',
  },
  contactpersoon: {
    maak: async (dagen) => contactVan((await cohort(dagen)).trajectId),
    erIsNog: CONTACT,
  },
  'contactpersoon-concept': {
    maak: async (dagen) => {
      const { id, trajectId } = await cohort(null);
      await sql('UPDATE cohort SET created_at = $2 WHERE id = $1', [id, geleden(dagen)]);
      return contactVan(trajectId);
    },
    erIsNog: CONTACT,
  },
  'cohort-adviseur': {
    maak: async (dagen) => (await cohort(dagen)).id,
    erIsNog: `SELECT FROM cohort WHERE id = $1 AND (adviseur_naam <> '' OR adviseur_email <> '')`,
  },
  'vrije-tekst': {
    maak: async (dagen) => {
      const { trajectId } = await cohort(dagen);
      return invoer(trajectId, 'uitkomst', { toelichting: 'Kim zei het', klasse: 'getraind' });
    },
    erIsNog: `SELECT FROM invoer WHERE id = $1 AND inhoud ->> 'toelichting' LIKE 'Kim%'`,
  },
  'webhook-levering': {
    maak: async (dagen) => {
      const id = randomUUID();
      const accountId = await nieuwAccount();
      const webhook = await maakWebhook(proef.database, { accountId, url: 'https://x.example/' });
      await sql(
        `INSERT INTO webhook_levering (id, webhook_id, aanleiding, status, gemaakt_op, afgerond_op)
         VALUES ($1, $2, 'test', 'afgeleverd', $3, $4)`,
        [id, webhook, geleden(dagen + 40), geleden(dagen)],
      );
      return id;
    },
    erIsNog: 'SELECT FROM webhook_levering WHERE id = $1',
  },
  genodigde: {
    maak: groepssessie,
    erIsNog: `SELECT FROM genodigde WHERE bijeenkomst_id = $1 AND (naam <> '' OR email <> '')`,
  },
  'bijeenkomst-verslag': {
    maak: groepssessie,
    erIsNog: `SELECT FROM bijeenkomst WHERE id = $1 AND verslag <> ''`,
  },
  wissingsverzoek: {
    maak: async (dagen) =>
      eersteId(
        `INSERT INTO wissingsverzoek (account_id, reden, afgehandeld_op) VALUES ($1, 'proef', $2) RETURNING id`,
        [await nieuwAccount(), geleden(dagen)],
      ),
    erIsNog: 'SELECT FROM wissingsverzoek WHERE id = $1',
  },
  account: {
    maak: async (dagen) => {
      const id = await nieuwAccount();
      await sql('UPDATE account SET created_at = $2 WHERE id = $1', [id, geleden(dagen)]);
      return id;
    },
    erIsNog: `SELECT FROM account WHERE id = $1 AND (naam <> '' OR email IS NOT NULL OR email_index IS NOT NULL OR status <> 'gewist')`,
  },
};

beforeAll(async () => {
  proef = await maakTestDatabase();
  worker = await proef.als('worker');
});
afterAll(() => proef.verwijder());

const erIsNog = async (geval: Geval, wat: unknown) => (await sql(geval.erIsNog, [wat])).length > 0;

describe('bewaren', () => {
  it.each(BEWAARREGELS)(
    '%s: takes what is over its term, and leaves what is a day younger',
    async (regel) => {
      const geval = GEVALLEN[regel];
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
    for (let nummer = 0; nummer < 3; nummer++) await GEVALLEN.limiet.maak(9);
    expect([await bewaar('limiet', 2), await bewaar('limiet', 2), await bewaar('limiet', 2)]).toEqual([
      2, 1, 0,
    ]);
  });

  it('leaves an account that somebody needs', async () => {
    const oud = geleden(1000);
    const metRol = await nieuwAccount();
    await verleen(proef.database, metRol, { rol: 'onderzoeker' });
    const pasNogAangemeld = await nieuwAccount();
    await sessie(300, pasNogAangemeld);
    const pasGestopt = await nieuwAccount();
    const gestopt = await verleen(proef.database, pasGestopt, { rol: 'onderzoeker' });
    await sql('UPDATE toekenning SET ingetrokken_op = $2 WHERE id = $1', [gestopt, geleden(300)]);
    const [contact] = await sql<{ id: string }>('SELECT account_id AS id FROM contactpersoon WHERE id = $1', [
      await contactVan((await cohort(null)).trajectId),
    ]);
    const ids = [metRol, pasNogAangemeld, pasGestopt, contact?.id ?? ''];
    await sql('UPDATE account SET created_at = $1', [oud]);
    await bewaar('account');
    for (const id of ids) expect([id, await erIsNog(GEVALLEN.account, id)]).toEqual([id, true]);
  });

  it('removes a draft at once when the cohort is closed, and never one that is still needed', async () => {
    const gesloten = await concept((await cohort(0)).trajectId, 'open', 0);
    const open = await concept((await cohort(null)).trajectId, 'open', 500);
    await bewaar('concept');
    expect(await erIsNog(GEVALLEN.concept, gesloten)).toBe(false);
    expect(await erIsNog(GEVALLEN.concept, open)).toBe(true);
  });

  it('erases what people typed, and leaves what they chose', async () => {
    const { trajectId } = await cohort(1000);
    const id = await invoer(trajectId, `${trajectId}.prioriteren.verbeteracties.beleid`, {});
    const [veld] = await sql<{ stap: string; taak: string; lijst: string; tekst: string; keuze: string }>(`
      SELECT s ->> 'sleutel' AS stap, t ->> 'sleutel' AS taak, l ->> 'sleutel' AS lijst,
             (SELECT v ->> 'sleutel' FROM jsonb_array_elements(l -> 'velden') v WHERE v ->> 'soort' = 'tekst' LIMIT 1) AS tekst,
             (SELECT v ->> 'sleutel' FROM jsonb_array_elements(l -> 'velden') v WHERE v ->> 'soort' IN ('keuze', 'datum') LIMIT 1) AS keuze
        FROM sjabloon, jsonb_array_elements(definitie -> 'stappen') s, jsonb_array_elements(s -> 'taken') t,
             jsonb_array_elements(t -> 'velden') l
       WHERE l ->> 'soort' = 'lijst' AND jsonb_path_exists(l, '$.velden[*] ? (@.soort == "tekst")')
         AND jsonb_path_exists(l, '$.velden[*] ? (@.soort == "keuze" || @.soort == "datum")') LIMIT 1`);
    if (!veld) throw new Error('het sjabloon heeft zo geen lijst');
    const item = (tekst: string): object => ({ [veld.tekst]: tekst, [veld.keuze]: 'blijft', getal: 4 });
    await sql('UPDATE invoer SET onderwerp = $2, inhoud = $3 WHERE id = $1', [
      id,
      `${trajectId}.${veld.stap}.${veld.taak}.beleid`,
      JSON.stringify({ [veld.lijst]: [item('Kim'), item('')], uren: 4, keuzes: ['a', 'b'], leeg: [] }),
    ]);
    await bewaar('vrije-tekst');
    const [rij] = await sql<{ inhoud: unknown }>('SELECT inhoud FROM invoer WHERE id = $1', [id]);
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
    const rijen = await sql('SELECT handeling, inhoud, account_id FROM audit WHERE onderwerp = $1', [
      `bewaren/${uitvoering}`,
    ]);
    expect(rijen).toEqual([{ handeling: 'bewaren', inhoud: { geteld: { sessie: 2 } }, account_id: null }]);
  });

  it('removes nothing by a rule without a term', async () => {
    const oud = await GEVALLEN.limiet.maak(99);
    await sql(`DELETE FROM bewaartermijn WHERE regel = 'limiet'`);
    expect(await bewaar('limiet')).toBe(0);
    await laadEersteGegevens(proef.database);
    expect(await bewaar('limiet')).toBe(1);
    expect(await erIsNog(GEVALLEN.limiet, oud)).toBe(false);
  });
});
