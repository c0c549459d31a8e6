import { Uuid, type Webhook, type WebhookVraag } from '@maatwerktraject/contracts';
import { WEBHOOK_KANAAL } from '@maatwerktraject/database';
import { soortVan, typeVan, type Gebeurtenissoort } from '@maatwerktraject/domain';
import { z } from 'zod';
import type { Db } from '../database/scoped.database.js';
import { leesCursor, Moment, momentSql, type Gelezen } from '../http/pagina.js';
import { notFound, refused } from '../http/problem.js';
import type { Aangemelde } from '../toegang/aangemelde.js';

export interface WebhookRij {
  readonly id: string;
  readonly account_id: string;
  readonly naam: string;
  readonly url: string;
  readonly soorten: Gebeurtenissoort[];
  /** Sealed. */
  readonly geheim: string;
  readonly vorig_geheim_tot: Date | null;
  readonly status: Webhook['status'];
  readonly reden: Webhook['reden'];
  readonly mislukt_sinds: Date | null;
  readonly laatste_poging: Webhook['laatstePoging'];
  readonly wachtend: number;
  readonly versie: number;
  readonly token_id: string | null;
  readonly gemaakt_op: Date;
  readonly gemaakt: string;
}

const SELECT = `
  SELECT w.id, w.account_id, w.naam, w.url, w.soorten, w.geheim, w.status, w.reden, w.mislukt_sinds, w.versie,
         w.token_id, w.gemaakt_op,
         CASE WHEN w.vorig_geheim_tot > now() THEN w.vorig_geheim_tot END AS vorig_geheim_tot,
         (SELECT l.verloop -> -1 FROM webhook_levering l WHERE l.webhook_id = w.id AND l.pogingen > 0
           ORDER BY l.gemaakt_op DESC, l.id DESC LIMIT 1) AS laatste_poging,
         (SELECT count(*) FROM webhook_levering l WHERE l.webhook_id = w.id AND l.status = 'wacht') AS wachtend,
         ${momentSql('w.gemaakt_op')} AS gemaakt
    FROM webhook w`;

const FILTER = '($1::text IS NULL OR w.status = $1) AND ($2::uuid IS NULL OR w.account_id = $2)';

const Plaats = z.tuple([Moment, Uuid]);

export const plaatsVanWebhook = ({ gemaakt, id }: WebhookRij): z.infer<typeof Plaats> => [gemaakt, id];

/** Webhooks in the order in which they were made. */
export async function leesWebhooks(
  db: Db,
  { status, accountId, limiet, na }: WebhookVraag,
): Promise<Gelezen<WebhookRij>> {
  const filter = [status ?? null, accountId ?? null];
  const [gemaakt = null, id = null] = leesCursor(na, Plaats) ?? [];
  const rijen = await db.query<WebhookRij[]>(
    `${SELECT} WHERE ${FILTER} AND ($4::uuid IS NULL OR (w.gemaakt_op, w.id) > ($3::timestamptz, $4::uuid))
      ORDER BY w.gemaakt_op, w.id LIMIT $5`,
    [...filter, gemaakt, id, limiet + 1],
  );
  const [geteld] = await db.query<{ aantal: number }[]>(
    `SELECT count(*) AS aantal FROM webhook w WHERE ${FILTER}`,
    filter,
  );
  return { rijen, totaal: geteld?.aantal ?? 0 };
}

/** @throws ProblemException (404) when there is no such webhook for this caller */
export async function leesWebhook(db: Db, id: string): Promise<WebhookRij> {
  const [rij] = await db.query<WebhookRij[]>(`${SELECT} WHERE w.id = $1`, [id]);
  if (!rij) throw notFound('Deze webhook is er niet (meer). Kijk in de lijst met webhooks.');
  return rij;
}

export const soortenVan = (typen: readonly string[]): Gebeurtenissoort[] =>
  [...new Set(typen)].flatMap((type) => soortVan(type) ?? []);

/** Tells the worker that there may be something to deliver, once this transaction is there. */
export const meldWerk = (db: Db): Promise<unknown> => db.query(`SELECT pg_notify($1, '')`, [WEBHOOK_KANAAL]);

/**
 * Somebody asks for a delivery now: also while the receiver was left alone, or somebody was told a moment ago. Before the
 * deliveries themselves are touched: a webhook is locked before them.
 */
export const eindigRust = (db: Db, id: string): Promise<unknown> =>
  db.query('UPDATE webhook SET rust_tot = NULL, gewekt_op = NULL WHERE id = $1', [id]);

/** The token that a webhook then hangs on; null when a beheerder stands for it. */
export const tokenVan = ({ via, sleutelId }: Aangemelde): string | null =>
  via === 'token' ? sleutelId : null;

const BEZWAAR: Readonly<Record<string, string>> = {
  'dienst-geblokkeerd': 'Deze dienst is geblokkeerd. Maak het account eerst weer actief.',
  'token-ingetrokken': 'Dit token is ingetrokken. Gebruik een ander token.',
  'token-verlopen': 'Dit token is verlopen. Gebruik een nieuw token.',
  'geen-toegang':
    'Deze dienst heeft geen toegang meer tot een cohort. Geef de dienst eerst toegang als adviseur.',
};

/** @throws ProblemException (409) when this webhook would send nothing, and be paused at once */
export async function weigerZonderRecht(db: Db, id: string): Promise<void> {
  const [rij] = await db.query<{ bezwaar: string | null }[]>('SELECT webhook_bezwaar($1) AS bezwaar', [id]);
  const bezwaar = rij?.bezwaar ?? null;
  if (bezwaar !== null) throw refused('webhook-zonder-recht', BEZWAAR[bezwaar] ?? bezwaar);
}

/** From here on it delivers, beginning with what waits. Whatever went wrong before does not count. */
export async function hervat(db: Db, id: string): Promise<void> {
  await db.query(`UPDATE webhook SET mislukt_sinds = NULL, rust_tot = NULL, gewekt_op = NULL WHERE id = $1`, [
    id,
  ]);
  await db.query(
    `UPDATE webhook_levering SET volgende_poging_op = now() WHERE webhook_id = $1 AND status = 'wacht'`,
    [id],
  );
  await meldWerk(db);
}

export const alsWebhook = (rij: WebhookRij): Webhook => ({
  id: rij.id,
  accountId: rij.account_id,
  naam: rij.naam,
  url: rij.url,
  typen: rij.soorten.map(typeVan),
  status: rij.status,
  reden: rij.reden,
  misluktSindsOp: rij.mislukt_sinds?.toISOString() ?? null,
  laatstePoging: rij.laatste_poging,
  wachtend: rij.wachtend,
  overlapTotOp: rij.vorig_geheim_tot?.toISOString() ?? null,
  tokenId: rij.token_id,
  gemaaktOp: rij.gemaakt_op.toISOString(),
  versie: rij.versie,
});
