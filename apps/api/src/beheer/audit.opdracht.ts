import { createHash } from 'node:crypto';
import type { Db } from '../database/scoped.database.js';

interface Rij {
  readonly volgnummer: number;
  readonly tijd: string;
  readonly account_id: string | null;
  readonly rol: string | null;
  readonly handeling: string;
  readonly onderwerp: string | null;
  readonly reden: string | null;
  readonly inhoud: string;
  readonly herkomst_hash: string;
  readonly vorige_hash: string;
  readonly hash: string;
}

const SELECT = `
  SELECT volgnummer, extract(epoch FROM op)::text AS tijd, account_id, rol, handeling, onderwerp, reden,
         inhoud::text AS inhoud, encode(herkomst_hash, 'hex') AS herkomst_hash, encode(vorige_hash, 'hex') AS vorige_hash,
         encode(hash, 'hex') AS hash
    FROM audit WHERE volgnummer > $1 ORDER BY volgnummer LIMIT 1000`;

/** What stands before the first line. */
export const BEGIN = createHash('sha256').update('maatwerktraject').digest('hex');

/** The hash of a line, worked out here and not by the database that is being checked. */
export function hashVanRegel(rij: Omit<Rij, 'hash'>): string {
  const delen = [
    rij.volgnummer,
    rij.tijd,
    rij.account_id,
    rij.rol,
    rij.handeling,
    rij.onderwerp,
    rij.reden,
    rij.inhoud,
    rij.herkomst_hash,
    rij.vorige_hash,
  ];
  // As PostgreSQL writes a JSON array: with a space after each comma.
  const tekst = `[${delen.map((deel) => JSON.stringify(deel)).join(', ')}]`;
  return createHash('sha256').update(tekst).digest('hex');
}

export interface AuditUitslag {
  readonly regels: number;
  /** Hash of the last line: kept elsewhere, it shows later that nothing was cut off at the end. */
  readonly laatste: string;
  /** Number of the first line that is not as it was written. */
  readonly fout: number | undefined;
}

/** Reads the audit log from the beginning and checks each line against the one before. */
export async function controleerAudit(db: Db): Promise<AuditUitslag> {
  let regels = 0;
  let laatste = BEGIN;
  for (;;) {
    const rijen = await db.query<Rij[]>(SELECT, [regels]);
    for (const rij of rijen) {
      const heel =
        rij.volgnummer === regels + 1 && rij.vorige_hash === laatste && rij.hash === hashVanRegel(rij);
      if (!heel) return { regels, laatste, fout: regels + 1 };
      regels += 1;
      laatste = rij.hash;
    }
    if (rijen.length === 0) return { regels, laatste, fout: undefined };
  }
}
