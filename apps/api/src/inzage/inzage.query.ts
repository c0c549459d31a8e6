import { Uuid, type Gemeente, type Inzage, type NieuweInzage } from '@maatwerktraject/contracts';
import type { Keyring } from '@maatwerktraject/crypto';
import { z } from 'zod';
import { naamVan } from '../account/naam.js';
import type { Db } from '../database/scoped.database.js';
import { leesCursor, Moment, momentSql, OP_NAAM, type Gelezen, type Paginavraag } from '../http/pagina.js';

export interface InzageRij {
  readonly id: string;
  readonly account_id: string;
  /** Sealed. */
  readonly naam: string;
  readonly status: string;
  readonly traject_id: string;
  readonly code: string;
  readonly gemeente: string;
  readonly cohort_id: string;
  readonly cohort_naam: string;
  readonly reden: string;
  readonly begint_op: Date;
  readonly begint: string;
  readonly vervalt_op: Date;
  readonly actief: boolean;
}

// The traject itself is seen only by who has an inzage now; what an inzage was about is known to all beheerders.
const SELECT = `
  SELECT i.id, i.account_id, a.naam, a.status, i.traject_id, o.code, o.gemeente, o.cohort_id, o.cohort_naam, i.reden,
         i.begint_op, ${momentSql('i.begint_op')} AS begint, i.vervalt_op, i.vervalt_op > now() AS actief
    FROM inzage i JOIN account a ON a.id = i.account_id CROSS JOIN LATERAL inzage_over(i.id) AS o`;

const Plaats = z.tuple([Moment, Uuid]);

export const plaatsVanInzage = ({ begint, id }: InzageRij): z.infer<typeof Plaats> => [begint, id];

/** Of all beheerders, the newest first. */
export async function leesInzagen(db: Db, { limiet, na }: Paginavraag): Promise<Gelezen<InzageRij>> {
  const [begint = null, id = null] = leesCursor(na, Plaats) ?? [];
  const rijen = await db.query<InzageRij[]>(
    `${SELECT} WHERE $2::uuid IS NULL OR (i.begint_op, i.id) < ($1::timestamptz, $2::uuid)
      ORDER BY i.begint_op DESC, i.id DESC LIMIT $3`,
    [begint, id, limiet + 1],
  );
  const [geteld] = await db.query<{ aantal: number }[]>('SELECT count(*) AS aantal FROM inzage');
  return { rijen, totaal: geteld?.aantal ?? 0 };
}

export async function leesInzage(db: Db, id: string): Promise<InzageRij | undefined> {
  const [rij] = await db.query<InzageRij[]>(`${SELECT} WHERE i.id = $1`, [id]);
  return rij;
}

/** The traject that is meant; undefined when there is none. */
export async function zoekTraject(
  db: Db,
  { trajectId, cohortId, gemeentecode }: NieuweInzage,
): Promise<string | undefined> {
  const [rij] = await db.query<{ id: string | null }[]>('SELECT traject_voor_inzage($1, $2, $3) AS id', [
    trajectId ?? null,
    cohortId ?? null,
    gemeentecode ?? null,
  ]);
  return rij?.id ?? undefined;
}

/** The gemeenten of a cohort by name; empty when there is no such cohort. */
export const leesGemeentenVoorInzage = (db: Db, cohortId: string): Promise<Gemeente[]> =>
  db.query<Gemeente[]>(
    `SELECT code, gemeente AS naam, provincie, veiligheidsregio FROM trajecten_voor_beheer('{}', ARRAY[$1]::uuid[])
      ORDER BY gemeente ${OP_NAAM}, code`,
    [cohortId],
  );

/** Begins an inzage under this ID; says whether it was not there yet. */
export async function beginInzage(
  db: Db,
  id: string,
  trajectId: string,
  { reden, uren }: NieuweInzage,
): Promise<boolean> {
  const nieuw = await db.query<unknown[]>(
    `INSERT INTO inzage (id, account_id, traject_id, reden, vervalt_op)
     VALUES ($1, huidig_account(), $2, $3, now() + make_interval(hours => $4)) ON CONFLICT (id) DO NOTHING RETURNING id`,
    [id, trajectId, reden, uren],
  );
  return nieuw.length > 0;
}

/** Ends one's own inzage; gives the traject, or undefined when there was none to end. */
export async function beeindigInzage(db: Db, id: string): Promise<string | undefined> {
  const [rijen] = await db.query<[{ traject_id: string }[], number]>(
    `UPDATE inzage SET vervalt_op = now() WHERE id = $1 AND account_id = huidig_account() AND vervalt_op > now()
     RETURNING traject_id`,
    [id],
  );
  return rijen[0]?.traject_id;
}

export const alsInzage =
  (keyring: Keyring) =>
  (rij: InzageRij): Inzage => ({
    id: rij.id,
    accountId: rij.account_id,
    naam: naamVan(keyring, rij),
    trajectId: rij.traject_id,
    gemeente: { code: rij.code, naam: rij.gemeente },
    cohort: { id: rij.cohort_id, naam: rij.cohort_naam },
    reden: rij.reden,
    begintOp: rij.begint_op.toISOString(),
    vervaltOp: rij.vervalt_op.toISOString(),
    actief: rij.actief,
  });
