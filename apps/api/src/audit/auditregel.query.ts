import type { Auditregel, AuditVraag } from '@maatwerktraject/contracts';
import type { Keyring } from '@maatwerktraject/crypto';
import { z } from 'zod';
import { naamVan } from '../account/naam.js';
import type { Db } from '../database/scoped.database.js';
import { leesCursor, type Gelezen } from '../http/pagina.js';

export interface AuditRij {
  readonly volgnummer: number;
  readonly op: Date;
  readonly account_id: string | null;
  /** Sealed; null when the account is there no more, or it was the system itself. */
  readonly naam: string | null;
  readonly status: string | null;
  readonly rol: string | null;
  readonly handeling: string;
  readonly onderwerp: string | null;
  readonly reden: string | null;
  readonly inhoud: Record<string, unknown>;
  readonly adres: string | null;
}

const FILTER = `($1::text IS NULL OR r.handeling = $1) AND ($2::text IS NULL OR r.onderwerp = $2)
  AND ($3::uuid IS NULL OR r.account_id = $3) AND ($4::timestamptz IS NULL OR r.op >= $4)
  AND ($5::timestamptz IS NULL OR r.op < $5)`;

const Plaats = z.tuple([z.int()]);

export const plaatsVanAuditregel = ({ volgnummer }: AuditRij): z.infer<typeof Plaats> => [volgnummer];

/** Lines of the audit log, the newest first. */
export async function leesAuditregels(db: Db, vraag: AuditVraag): Promise<Gelezen<AuditRij>> {
  const { handeling = null, onderwerp = null, accountId = null, van = null, tot = null, limiet, na } = vraag;
  const filter = [handeling, onderwerp, accountId, van, tot];
  const [volgnummer = null] = leesCursor(na, Plaats) ?? [];
  const rijen = await db.query<AuditRij[]>(
    `SELECT r.volgnummer, r.op, r.account_id, a.naam, a.status, r.rol, r.handeling, r.onderwerp, r.reden, r.inhoud, h.adres
       FROM audit r LEFT JOIN account a ON a.id = r.account_id LEFT JOIN audit_herkomst h ON h.volgnummer = r.volgnummer
      WHERE ${FILTER} AND ($6::bigint IS NULL OR r.volgnummer < $6) ORDER BY r.volgnummer DESC LIMIT $7`,
    [...filter, volgnummer, limiet + 1],
  );
  const [geteld] = await db.query<{ aantal: number }[]>(
    `SELECT count(*) AS aantal FROM audit r WHERE ${FILTER}`,
    filter,
  );
  return { rijen, totaal: geteld?.aantal ?? 0 };
}

const wie = (keyring: Keyring, { account_id, naam, status }: AuditRij): string | null =>
  account_id === null
    ? null
    : naamVan(keyring, { naam: naam ?? '', status: naam === null ? 'gewist' : (status ?? '') });

/** @param namen The names of what a line is about. */
export const alsAuditregel =
  (keyring: Keyring, namen: (rij: AuditRij) => Record<string, string>) =>
  (rij: AuditRij): Auditregel => ({
    volgnummer: rij.volgnummer,
    op: rij.op.toISOString(),
    accountId: rij.account_id,
    naam: wie(keyring, rij),
    rol: rij.rol,
    handeling: rij.handeling,
    onderwerp: rij.onderwerp,
    reden: rij.reden,
    inhoud: rij.inhoud,
    namen: namen(rij),
    adres: rij.adres,
  });
