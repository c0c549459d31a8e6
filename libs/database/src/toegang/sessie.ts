import type { Rol } from '@maatwerktraject/domain';
import type { EntityManager } from 'typeorm';
import { hashVan, nieuweSleutel } from './sleutel.js';

/** The cookie that holds a session's secret. `__Host-`: from this host alone, over https (or on this computer). */
export const SESSIE_COOKIE = '__Host-mwt-sessie';

/** A session ends this long after the login, however much it is used. */
const LANGST = '12 hours';

export interface NieuweSessie {
  readonly accountId: string;
  readonly rol: Rol;
  readonly via: 'oidc' | 'link';
  readonly meerdereFactoren: boolean;
  readonly apparaat: string;
}

/** Begins a session; gives its secret, of which only the hash is kept. */
export async function maakSessie(db: Pick<EntityManager, 'query'>, sessie: NieuweSessie): Promise<string> {
  const sleutel = nieuweSleutel();
  await db.query(
    `INSERT INTO sessie (account_id, sleutel_hash, rol, via, meerdere_factoren, apparaat, vervalt_op)
     VALUES ($1, $2, $3, $4, $5, $6, now() + $7::interval)`,
    [
      sessie.accountId,
      hashVan(sleutel),
      sessie.rol,
      sessie.via,
      sessie.meerdereFactoren,
      sessie.apparaat,
      LANGST,
    ],
  );
  return sleutel;
}
