import type { Rol, Taak } from '@maatwerktraject/contracts';
import type { StapStatus } from '@maatwerktraject/domain';
import type { Db } from '../database/scoped.database.js';
import type { TrajectRij } from '../traject/traject.query.js';
import { leesAkkoord } from './akkoord.query.js';
import type { TaakRij } from './taak.query.js';

export type Mogelijkheden = Pick<Taak, 'magAkkoordGeven' | 'magTerugsturen' | 'magVervallen'>;

/** What the reader can do with a taak besides filling it in. The process decides when it is asked. */
export async function leesMogelijkheden(
  db: Db,
  taak: TaakRij,
  traject: TrajectRij,
  rol: Rol,
): Promise<Mogelijkheden> {
  const { status } = taak;
  const [stap] = await db.query<{ status: StapStatus }[]>(
    'SELECT status FROM stap WHERE traject_id = $1 AND sleutel = $2',
    [traject.id, taak.stap],
  );
  const loopt = traject.status === 'lopend';
  const aanDeBeurt = stap?.status === 'open' || stap?.status === 'wacht-op-akkoord';
  const wacht = loopt && status === 'wacht-op-akkoord';
  const magAkkoordGeven = wacht && (await leesAkkoord(db, taak, rol)) === 'mag';
  const adviseur = rol === 'adviseur' && aanDeBeurt;
  return {
    magAkkoordGeven,
    magTerugsturen: magAkkoordGeven || (adviseur && loopt && (wacht || status === 'ingediend')),
    magVervallen:
      adviseur &&
      (loopt || traject.status === 'gepauzeerd') &&
      (status === 'gepland' || status === 'open' || status === 'wacht-op-akkoord'),
  };
}
