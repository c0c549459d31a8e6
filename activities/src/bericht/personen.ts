import type { Datum, Geadresseerd, Niveau, Personen } from '@maatwerktraject/domain';
import type { EntityManager } from 'typeorm';

interface Rij {
  readonly traject_id: string;
  readonly id: string;
  readonly account_id: string | null;
  readonly niveau: Niveau;
  readonly hoofdcontact: boolean;
  readonly vertrekt_op: Datum | null;
  readonly vervanger_id: string | null;
  readonly vervanger_van: Datum | null;
  readonly vervanger_tot: Datum | null;
  readonly weekoverzicht: boolean;
  readonly heeft_leider: boolean;
}

const geadresseerd = (rij: Rij): Geadresseerd => ({
  id: rij.id,
  account: rij.account_id,
  niveau: rij.niveau,
  hoofdcontact: rij.hoofdcontact,
  vertrektOp: rij.vertrekt_op,
  vervanging:
    rij.vervanger_id === null || rij.vervanger_van === null || rij.vervanger_tot === null
      ? null
      : { door: rij.vervanger_id, van: rij.vervanger_van, tot: rij.vervanger_tot },
  weekoverzicht: rij.weekoverzicht,
});

const NIEMAND: Personen = { contactpersonen: [], heeftLeider: false };

/** The people of each of these trajecten, as far as it matters for mail. */
export async function leesPersonen(
  db: Pick<EntityManager, 'query'>,
  trajectIds: readonly string[],
): Promise<(trajectId: string) => Personen> {
  const rijen = await db.query<Rij[]>(
    `SELECT p.traject_id, p.id, p.account_id, p.niveau, p.hoofdcontact, p.vertrekt_op, p.vervanger_id, p.vervanger_van,
            p.vervanger_tot, p.weekoverzicht,
            c.leider_account_id IS NOT NULL AND EXISTS (SELECT FROM leider_van(c.id)) AS heeft_leider
       FROM contactpersoon p JOIN cohort c ON c.id = p.cohort_id WHERE p.traject_id = ANY ($1) ORDER BY p.id`,
    [trajectIds],
  );
  const groepen = new Map<string, Rij[]>();
  for (const rij of rijen) groepen.set(rij.traject_id, [...(groepen.get(rij.traject_id) ?? []), rij]);
  return (trajectId) => {
    const groep = groepen.get(trajectId);
    if (!groep) return NIEMAND;
    return { contactpersonen: groep.map(geadresseerd), heeftLeider: groep[0]?.heeft_leider ?? false };
  };
}
