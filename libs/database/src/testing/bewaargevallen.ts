import { randomBytes, randomUUID } from 'node:crypto';
import type { Bewaarregel } from '@maatwerktraject/domain';
import {
  eenCohort,
  maakAccount,
  maakGroepssessie,
  maakWebhook,
  verleen,
  type BewaardCohort,
} from '@maatwerktraject/testing/services';
import type { DataSource } from 'typeorm';
import { maakSessie } from '../toegang/sessie.js';
import { hashVan } from '../toegang/sleutel.js';

/** Makes something that ended so many days ago, and says how to see that it is gone. */
export interface Geval {
  maak(dagen: number): Promise<unknown>;
  /** Gives a row as long as it is there, or not erased. */
  readonly erIsNog: string;
}

export const geleden = (dagen: number): Date => new Date(Date.now() - dagen * 86_400_000);

/** For each rule of retention something that it takes, and the pieces that these are made of. */
export function maakBewaargevallen(database: DataSource) {
  let zaad = 0;
  const sql = async <T>(opdracht: string, parameters: unknown[] = []): Promise<T[]> =>
    database.query<T[]>(opdracht, parameters);
  const nieuwAccount = (): Promise<string> => maakAccount(database, `m${String(++zaad)}@proef.example`);
  const cohort = async (dagenGesloten: number | null): Promise<BewaardCohort & { trajectId: string }> => {
    const gemaakt = await eenCohort(1000 + ++zaad).bewaar(database);
    if (dagenGesloten !== null)
      await sql(
        `INSERT INTO gebeurtenis (workflow_id, seq, cohort_id, soort, op, vastgelegd_op, door, inhoud)
       VALUES ($1, 1, $2, 'cohort-afgesloten', now() + interval '9 years', $3, 'systeem', '{}')`,
        [`cohort/${gemaakt.id}`, gemaakt.id, geleden(dagenGesloten)],
      );
    return { ...gemaakt, trajectId: gemaakt.trajecten[0]?.id ?? '' };
  };

  const invoer = async (trajectId: string, onderwerp: string, inhoud: object): Promise<string> => {
    const id = randomUUID();
    await sql(
      `INSERT INTO invoer (id, traject_id, soort, onderwerp, inhoud, door) VALUES ($1, $2, 'antwoord', $3, $4, 'gemeente')`,
      [id, trajectId, onderwerp, JSON.stringify(inhoud)],
    );
    return id;
  };

  const concept = async (trajectId: string, status: 'open' | 'ingediend', dagen: number): Promise<string> => {
    const id = `${trajectId}.inventariseren.scan.${String(++zaad)}`;
    await sql(
      `INSERT INTO taak (id, traject_id, stap, taak, uitvoerder, status, gepland_open_op, gepland_vervalt_op)
     VALUES ($1, $2, 'inventariseren', 'scan', 'beleid', $3, '2027-02-01', '2027-02-08')`,
      [id, trajectId, status],
    );
    await sql(`INSERT INTO taak_concept VALUES ($1, '{}', 1, $2)`, [id, geleden(dagen)]);
    return id;
  };

  const sessie = async (dagen: number, account?: string): Promise<Buffer> => {
    const sleutel = await maakSessie(database, {
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
    (await maakGroepssessie(database, { ...GAST, cohortId: (await cohort(dagen)).id })).id;
  const GAST = { vanBuiten: 'f@x.example', verslag: 'Kim' };
  const CONTACT = `SELECT FROM contactpersoon WHERE id = $1 AND (naam <> '' OR email <> '' OR account_id IS NOT NULL)`;

  const gevallen: Readonly<Record<Bewaarregel, Geval>> = {
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
        const id = await verleen(database, await nieuwAccount(), { rol: 'onderzoeker' });
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
          [await gevallen.bericht.maak(dagen), geleden(dagen)],
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
        const webhook = await maakWebhook(database, { accountId, url: 'https://x.example/' });
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

  return { gevallen, sql, cohort, invoer, concept, sessie, contactVan, nieuwAccount };
}
