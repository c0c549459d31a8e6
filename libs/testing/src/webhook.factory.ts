import { randomUUID } from 'node:crypto';
import { verzegel } from '@maatwerktraject/database';
import type { DataSource } from 'typeorm';
import { verleen } from './account.factory.js';
import { TEST_KEYRING } from './sleutels.js';

export const WEBHOOK_GEHEIM = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

/** A service that takes part in these cohorten as adviseur; gives its account. */
export async function maakDienstaccount(database: DataSource, cohorten: readonly string[]): Promise<string> {
  const id = randomUUID();
  await database.query(`INSERT INTO account (id, soort, naam) VALUES ($1, 'dienst', $2)`, [
    id,
    verzegel(TEST_KEYRING, 'account.naam', 'Zaaksysteem'),
  ]);
  for (const cohortId of cohorten) await verleen(database, id, { rol: 'adviseur', cohortId });
  return id;
}

/** An active webhook with a secret that everyone knows. */
export async function maakWebhook(
  database: DataSource,
  {
    accountId,
    url,
    soorten = ['stap-geopend'],
  }: { accountId: string; url: string; soorten?: readonly string[] },
): Promise<string> {
  const id = randomUUID();
  await database.query(
    `INSERT INTO webhook (id, account_id, naam, url, soorten, geheim) VALUES ($1, $2, 'Proef', $3, $4, $5)`,
    [id, accountId, url, soorten, verzegel(TEST_KEYRING, 'webhook.geheim', WEBHOOK_GEHEIM)],
  );
  return id;
}

/** A fact of a traject (or of its cohort alone), as the projection writes it. Gives its number in its workflow. */
export async function schrijfFeit(
  database: Pick<DataSource, 'query'>,
  { cohortId, trajectId }: { cohortId: string; trajectId: string | null },
  soort: string,
  inhoud: object = {},
): Promise<number> {
  const workflow = trajectId === null ? `cohort/${cohortId}` : `traject/${trajectId}`;
  const [rij] = await database.query<{ seq: number }[]>(
    `INSERT INTO gebeurtenis (workflow_id, seq, cohort_id, traject_id, soort, op, door, inhoud)
     SELECT $1, coalesce(max(seq), 0) + 1, $2, $3, $4, '2027-02-01T08:00:00Z', 'systeem', $5
       FROM gebeurtenis WHERE workflow_id = $1 RETURNING seq`,
    [workflow, cohortId, trajectId, soort, JSON.stringify(inhoud)],
  );
  return rij?.seq ?? 0;
}
