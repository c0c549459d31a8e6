import type { Rol } from '@maatwerktraject/contracts';
import type { Db } from '../database/scoped.database.js';
import type { TaakRij } from './taak.query.js';

/** `zelf`: who asks is the one who handed it in. `ander`: it is for somebody else to agree. */
export type Akkoord = 'mag' | 'zelf' | 'ander';

const VAN_GEMEENTE = `
  SELECT CASE WHEN NOT doet_taak($1, $2) THEN 'ander'
              WHEN EXISTS (SELECT FROM invoer WHERE id = $3 AND account_id = huidig_account()) THEN 'zelf'
              ELSE 'mag' END AS akkoord`;

// The same people as `doet_taak` names, without the one who handed it in.
const VAN_ADVISEUR = `
  SELECT CASE WHEN EXISTS (
    SELECT FROM contactpersoon c
     WHERE c.traject_id = $1 AND c.account_id IS NOT NULL
       AND c.account_id IS DISTINCT FROM (SELECT account_id FROM invoer WHERE id = $3)
       AND (c.niveau = $2 OR c.hoofdcontact AND NOT EXISTS (
             SELECT FROM contactpersoon n WHERE n.traject_id = $1 AND n.niveau = $2 AND n.account_id IS NOT NULL)))
    THEN 'ander' ELSE 'mag' END AS akkoord`;

/**
 * Whether this person is the second pair of eyes for a taak: somebody of the niveau that must agree, who did not hand it
 * in himself; the adviseur where there is no such person.
 */
export async function leesAkkoord(db: Db, taak: TaakRij, rol: Rol): Promise<Akkoord> {
  if (taak.akkoord_door === null || (rol !== 'gemeente' && rol !== 'adviseur')) return 'ander';
  const [rij] = await db.query<{ akkoord: Akkoord }[]>(rol === 'gemeente' ? VAN_GEMEENTE : VAN_ADVISEUR, [
    taak.traject_id,
    taak.akkoord_door,
    taak.invoer_id,
  ]);
  return rij?.akkoord ?? 'ander';
}
