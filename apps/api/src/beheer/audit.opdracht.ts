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

/** The address of a line, kept apart for as long as the term says. */
interface Herkomst {
  /** Null when it is not there (any more). */
  readonly zout: string | null;
  readonly adres: string | null;
  /** The term is over, so that it may be gone. */
  readonly oud: boolean;
}

const SELECT = `
  SELECT a.volgnummer, extract(epoch FROM a.op)::text AS tijd, a.account_id, a.rol, a.handeling, a.onderwerp, a.reden,
         a.inhoud::text AS inhoud, encode(a.herkomst_hash, 'hex') AS herkomst_hash,
         encode(a.vorige_hash, 'hex') AS vorige_hash, encode(a.hash, 'hex') AS hash,
         encode(h.zout, 'hex') AS zout, h.adres,
         coalesce(a.op <= now() - (SELECT termijn FROM bewaartermijn WHERE regel = 'herkomst'), false) AS oud
    FROM audit a LEFT JOIN audit_herkomst h ON h.volgnummer = a.volgnummer
   WHERE a.volgnummer > $1 ORDER BY a.volgnummer LIMIT 1000`;

const sha256 = (...delen: readonly (string | Buffer)[]): string => {
  const hash = createHash('sha256');
  for (const deel of delen) hash.update(deel);
  return hash.digest('hex');
};

/** What stands before the first line. */
export const BEGIN = sha256('maatwerktraject');
/** What a line says that never had an address. */
const GEEN_ADRES = sha256('');

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
  return sha256(`[${delen.map((deel) => JSON.stringify(deel)).join(', ')}]`);
}

/** A line as it was noted elsewhere, at an earlier check. */
export interface Kenmerk {
  readonly volgnummer: number;
  /** Lower case hex. */
  readonly hash: string;
}

/**
 * `regel`: not as it was written, or not after the one before. `kenmerk`: another line than was noted elsewhere, or none.
 * `adres`: the address with it is another one. `adres-weg`: it is gone before its term.
 */
export type AuditFout = 'regel' | 'kenmerk' | 'adres' | 'adres-weg';

export interface AuditUitslag {
  /** How many lines are whole, from the first on. */
  readonly regels: number;
  /** Hash of the last of them: kept elsewhere, it shows later that nothing was cut off or written anew. */
  readonly laatste: string;
  /** The first line that is not right, and what is wrong with it. */
  readonly fout: { readonly regel: number; readonly wat: AuditFout } | undefined;
}

function foutInHerkomst(hash: string, { zout, adres, oud }: Herkomst): AuditFout | undefined {
  if (zout === null || adres === null) return hash === GEEN_ADRES || oud ? undefined : 'adres-weg';
  return sha256(Buffer.from(zout, 'hex'), adres) === hash ? undefined : 'adres';
}

function foutIn(
  rij: Rij & Herkomst,
  vorige: AuditUitslag,
  eerder: Kenmerk | undefined,
): AuditFout | undefined {
  const heel =
    rij.volgnummer === vorige.regels + 1 &&
    rij.vorige_hash === vorige.laatste &&
    rij.hash === hashVanRegel(rij);
  if (!heel) return 'regel';
  if (eerder?.volgnummer === rij.volgnummer && eerder.hash !== rij.hash) return 'kenmerk';
  return foutInHerkomst(rij.herkomst_hash, rij);
}

/**
 * Reads the audit log from the beginning and checks each line against the one before, and against its address. With a
 * line that was noted earlier it shows also that the log goes on from there, and was not written anew.
 */
export async function controleerAudit(db: Db, eerder?: Kenmerk): Promise<AuditUitslag> {
  let uitslag: AuditUitslag = { regels: 0, laatste: BEGIN, fout: undefined };
  for (;;) {
    const rijen = await db.query<(Rij & Herkomst)[]>(SELECT, [uitslag.regels]);
    for (const rij of rijen) {
      const wat = foutIn(rij, uitslag, eerder);
      if (wat) return { ...uitslag, fout: { regel: uitslag.regels + 1, wat } };
      uitslag = { regels: rij.volgnummer, laatste: rij.hash, fout: undefined };
    }
    if (rijen.length > 0) continue;
    // Cut off at the end: the line that was noted is not there.
    return eerder && eerder.volgnummer > uitslag.regels
      ? { ...uitslag, fout: { regel: uitslag.regels + 1, wat: 'kenmerk' } }
      : uitslag;
  }
}
