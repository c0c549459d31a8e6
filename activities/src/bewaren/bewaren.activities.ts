import { BEWAARREGELS } from '@maatwerktraject/domain';
import type { BewaarActivities } from '@maatwerktraject/messages';
import type { DataSource } from 'typeorm';

export interface BewaarActivitiesDeps {
  readonly database: DataSource;
  /** Called between batches, so that a stuck activity is noticed. */
  readonly heartbeat: (geteld: number) => void;
  /** Rows in one transaction. */
  readonly perKeer?: number;
}

/**
 * The rules of how long things are kept. The database has one function for each, with its term; this role may call those,
 * and remove nothing by itself (ADR 0014).
 */
export function createBewaarActivities({
  database,
  heartbeat,
  perKeer = 500,
}: BewaarActivitiesDeps): BewaarActivities {
  const eenKeer = async (functie: string): Promise<number> => {
    const [rij] = await database.query<{ aantal: number }[]>(`SELECT ${functie}($1) AS aantal`, [perKeer]);
    return rij?.aantal ?? 0;
  };
  return {
    async pasBewaarregelToe(regel) {
      // A name from the list alone becomes part of a statement.
      const bekend = BEWAARREGELS.find((een) => een === regel);
      if (bekend === undefined) throw new Error(`onbekende bewaarregel: ${regel}`);
      const functie = `bewaar_${bekend.replaceAll('-', '_')}`;
      let geteld = 0;
      for (let aantal = await eenKeer(functie); aantal > 0; aantal = await eenKeer(functie)) {
        geteld += aantal;
        heartbeat(geteld);
      }
      return geteld;
    },
    async legBewarenVast(uitvoering, uitslag) {
      await database.query('SELECT leg_bewaren_vast($1, $2)', [uitvoering, JSON.stringify(uitslag)]);
    },
  };
}
