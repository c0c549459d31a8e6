import { randomUUID } from 'node:crypto';
import { verzegel } from '@maatwerktraject/database';
import {
  maakAccount,
  maakGroepssessie,
  maakPasskey,
  maakWebhook,
  TEST_KEYRING,
  verleen,
} from '@maatwerktraject/testing/services';
import type { DataSource } from 'typeorm';
import { maakDienst, maakToken } from './mensen.js';
import type { Wereld } from './werelden.js';

/** Things that one request may change or take away: each of them is made for that request. */
export interface Vers {
  /** A traject of a gemeente that is in no cohort yet, in the cohort that has not begun. */
  deelnemer(wereld: Wereld): Promise<string>;
  /** A cohort that is as the one that has not begun, and has its own version. */
  cohort(wereld: Wereld): Promise<string>;
  /** Somebody who is adviseur in this cohort. */
  adviseur(cohortId: string): Promise<string>;
  /** Somebody who is adviseur, and onderzoeker in the cohort of this world. */
  mens(wereld: Wereld): Promise<string>;
  /** A service in this world. */
  dienst(wereld: Wereld): Promise<string>;
  /** The part that somebody has in the cohort of this world. */
  toekenning(wereld: Wereld): Promise<string>;
  /** A token of this service. */
  token(dienst: string): Promise<string>;
  /** A passkey of this account, which then shows it at each login: its sessions have. */
  passkey(account: string): Promise<string>;
  /** A contactpersoon of this traject, and a colleague of his. */
  contactpersoon(trajectId: string): Promise<{ contactpersoonId: string; collegaId: string }>;
  /** A webhook of this service, with a delivery of a fact of this world. */
  webhook(dienst: string, wereld: Wereld): Promise<{ webhookId: string; leveringId: string }>;
  /** A mail of this traject of which it is not known whether it arrived. */
  bericht(trajectId: string): Promise<string>;
  /** A problem with the address of its adviseur, that was solved. */
  adresprobleem(trajectId: string): Promise<string>;
  /** A groepssessie of this world, that is still to come. */
  sessie(wereld: Wereld): Promise<string>;
  /** A sign of stagnation of this traject. */
  signaal(trajectId: string): Promise<string>;
  /** A plan of change of this world, for its trajecten, that was not made yet. */
  plan(wereld: Wereld): Promise<string>;
  /** A reason on record of this account, to read a traject of this world. */
  inzage(wereld: Wereld, account: string): Promise<string>;
}

async function id(database: DataSource, sql: string, waarden: unknown[]): Promise<string> {
  const [rij] = await database.query<{ id: string }[]>(sql, waarden);
  if (!rij) throw new Error(`nothing came of ${sql}`);
  return rij.id;
}

export function maakVers(database: DataSource): Vers {
  let nummer = 0;
  // Looked up once: who looks while another one is being put in, finds the same gemeente.
  const vrij = new Map<string, Promise<string[]>>();
  const vrijeIn = async (cohortId: string): Promise<string[]> => {
    const rijen = await database.query<{ code: string }[]>(
      `SELECT code FROM gemeente WHERE code NOT IN (SELECT gemeente_code FROM traject WHERE cohort_id = $1) ORDER BY code DESC`,
      [cohortId],
    );
    return rijen.map(({ code }) => code);
  };
  const mens = (): Promise<string> => {
    nummer += 1;
    return maakAccount(database, `vers-${String(nummer)}@uni.example`);
  };
  const deelnemer = async ({ conceptId }: Wereld): Promise<string> => {
    if (!vrij.has(conceptId)) vrij.set(conceptId, vrijeIn(conceptId));
    const code = (await vrij.get(conceptId))?.shift();
    return id(
      database,
      `INSERT INTO traject (id, cohort_id, gemeente_code, status) VALUES ($1, $2, $3, 'gepland') RETURNING id`,
      [randomUUID(), conceptId, code],
    );
  };
  return {
    deelnemer,
    async cohort({ adviseur, conceptId }) {
      const cohortId = await id(
        database,
        `INSERT INTO cohort SELECT (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid()))).*
           FROM cohort c WHERE id = $1 RETURNING id`,
        [conceptId],
      );
      await verleen(database, adviseur, { rol: 'adviseur', cohortId });
      return cohortId;
    },
    async adviseur(cohortId) {
      const account = await mens();
      await verleen(database, account, { rol: 'adviseur', cohortId });
      return account;
    },
    async mens({ cohortId }) {
      const account = await mens();
      await verleen(database, account, { rol: 'adviseur' });
      await verleen(database, account, { rol: 'onderzoeker', cohortId });
      return account;
    },
    dienst: ({ cohortId }) => maakDienst(database, [cohortId]),
    toekenning: async ({ cohortId }) => verleen(database, await mens(), { rol: 'onderzoeker', cohortId }),
    async token(dienst) {
      await maakToken(database, dienst, ['ik']);
      return id(database, 'SELECT id FROM diensttoken WHERE account_id = $1', [dienst]);
    },
    async passkey(account) {
      await database.query('UPDATE sessie SET meerdere_factoren = true WHERE account_id = $1', [account]);
      return maakPasskey(database, account);
    },
    async contactpersoon(trajectId) {
      const [contactpersoonId, collegaId] = [randomUUID(), randomUUID()];
      for (const nieuw of [contactpersoonId, collegaId])
        await database.query(
          `INSERT INTO contactpersoon (id, traject_id, naam, email, niveau, hoofdcontact, account_id)
           VALUES ($1, $2, $3, $4, 'uitvoering', false, $5)`,
          [
            nieuw,
            trajectId,
            verzegel(TEST_KEYRING, 'contactpersoon.naam', 'Vers'),
            verzegel(TEST_KEYRING, 'contactpersoon.email', 'vers@x.example'),
            await mens(),
          ],
        );
      return { contactpersoonId, collegaId };
    },
    async webhook(accountId, { cohortId }) {
      const webhookId = await maakWebhook(database, { accountId, url: 'http://127.0.0.1:9/' });
      const leveringId = await id(
        database,
        `INSERT INTO webhook_levering (webhook_id, gebeurtenis_id, aanleiding, status)
         SELECT $1, id, 'gebeurtenis', 'mislukt' FROM gebeurtenis WHERE cohort_id = $2 LIMIT 1 RETURNING id`,
        [webhookId, cohortId],
      );
      return { webhookId, leveringId };
    },
    bericht: (trajectId) =>
      id(
        database,
        `INSERT INTO bericht (id, sleutel, cohort_id, traject_id, soort, stap, onderwerp, aan, status, op, oefen)
         SELECT $1::uuid, $1::uuid::text, cohort_id, id, 'taak-geopend', 'inventariseren', 'scan.bestuur', 'bestuur', 'onbekend', now(), false
           FROM traject WHERE id = $2 RETURNING id`,
        [randomUUID(), trajectId],
      ),
    adresprobleem: (trajectId) =>
      id(
        database,
        `INSERT INTO adresprobleem (cohort_id, oefen, bron, code, woorden, opgelost_op, oplossing)
         SELECT cohort_id, false, 'geweigerd', '5.1.1', '', now(), 'opnieuw' FROM traject WHERE id = $1 RETURNING id`,
        [trajectId],
      ),
    signaal: (trajectId) =>
      id(
        database,
        `INSERT INTO signaal (traject_id, sleutel, soort, stap, onderwerp, aantal, oorzaken, op)
         VALUES ($1, $2, 'geen-antwoord', 'inventariseren', 'scan.beleid', 3, '{B}', now()) RETURNING id`,
        [trajectId, randomUUID()],
      ),
    plan: ({ cohortId, adviseur, trajecten }) =>
      id(
        database,
        `WITH plan AS (
           INSERT INTO wijzigingsplan (id, cohort_id, vraag, toelichting, status, gemaakt_door)
           VALUES (gen_random_uuid(), $1, '{"soort":"verschuif","vanaf":"2027-03-01","werkdagen":5}', 'proef', 'voorbeeld', $2)
           RETURNING id),
         deel AS (INSERT INTO wijzigingsplan_traject (plan_id, traject_id, cohort_id, wijzigingen) SELECT id, t, $1, '[]' FROM plan, unnest($3::uuid[]) AS t)
         SELECT id FROM plan`,
        [cohortId, adviseur, trajecten.map((traject) => traject.id)],
      ),
    sessie: async ({ cohortId }) => (await maakGroepssessie(database, { cohortId })).id,
    inzage: async (wereld, account) =>
      id(
        database,
        `INSERT INTO inzage (account_id, traject_id, reden, vervalt_op)
         VALUES ($1, $2, 'melding', now() + interval '1 hour') RETURNING id`,
        [account, await deelnemer(wereld)],
      ),
  };
}
