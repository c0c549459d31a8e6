import type { TrajectActivities } from '@maatwerktraject/messages';
import type { DataSource } from 'typeorm';
import { createBerichtMelder } from '../bericht/bericht.melder.js';
import { projecteerTraject } from './traject.projectie.js';

export function createTrajectActivities({ database }: { database: DataSource }): TrajectActivities {
  const meldPost = createBerichtMelder(database);
  return {
    async projecteerTraject(projectie) {
      await database.transaction((db) => projecteerTraject(db, projectie));
      if (projectie.feiten.some(({ soort }) => soort === 'bericht-klaargezet')) meldPost();
    },
  };
}
