import { inHuidigeVorm, type Sjabloon } from '@maatwerktraject/domain';
import type { DataSource } from 'typeorm';

/** Gives the version of a sjabloon that a cohort runs on: immutable and large, so it is read once. @throws Error without it */
export function createSjabloonBron(
  database: DataSource,
): (sleutel: string, versie: number) => Promise<Sjabloon> {
  const bekend = new Map<string, Promise<Sjabloon>>();
  const lees = async (sleutel: string, versie: number): Promise<Sjabloon> => {
    const [rij] = await database.query<{ definitie: Sjabloon }[]>(
      'SELECT definitie FROM sjabloon WHERE sleutel = $1 AND versie = $2',
      [sleutel, versie],
    );
    if (!rij) throw new Error(`geen sjabloon ${sleutel} ${String(versie)}`);
    return inHuidigeVorm(rij.definitie);
  };
  return (sleutel, versie) => {
    const naam = `${sleutel}/${String(versie)}`;
    const eerder = bekend.get(naam);
    if (eerder) return eerder;
    const nieuw = lees(sleutel, versie);
    bekend.set(naam, nieuw);
    nieuw.catch(() => bekend.delete(naam));
    return nieuw;
  };
}
