import type { TrajectActivities } from '@maatwerktraject/messages';
import type { DataSource } from 'typeorm';
import { projecteerTraject } from './traject.projectie.js';

export function createTrajectActivities({ database }: { database: DataSource }): TrajectActivities {
  return {
    projecteerTraject: (projectie) => database.transaction((db) => projecteerTraject(db, projectie)),
  };
}
