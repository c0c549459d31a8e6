import type { Rol } from '@maatwerktraject/contracts';
import { UITVOERDERS, type Uitvoerder } from '@maatwerktraject/domain';
import type { Db } from '../database/scoped.database.js';

/** For whom this person does taken in a traject, as decided when a taak is filled in; none for who only reads. */
export async function leesEigenUitvoerders(db: Db, trajectId: string, rol: Rol): Promise<Uitvoerder[]> {
  if (rol === 'adviseur') return ['adviseur'];
  if (rol !== 'gemeente') return [];
  const rijen = await db.query<{ uitvoerder: Uitvoerder }[]>(
    'SELECT een.uitvoerder FROM unnest($2::text[]) AS een (uitvoerder) WHERE doet_taak($1, een.uitvoerder)',
    [trajectId, [...UITVOERDERS]],
  );
  return rijen.map(({ uitvoerder }) => uitvoerder);
}
