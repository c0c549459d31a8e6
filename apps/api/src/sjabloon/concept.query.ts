import type { Sjabloon } from '@maatwerktraject/domain';
import type { Db } from '../database/scoped.database.js';

interface ConceptKop {
  readonly sleutel: string;
  readonly versie: number;
  readonly titel: string;
  readonly gewijzigd_op: Date;
}

export interface ConceptRij {
  readonly definitie: Sjabloon;
  readonly bewerking: number;
  readonly gewijzigd_op: Date;
}

/** Where a version of a sjabloon stands. */
export interface Plaats {
  readonly sleutel: string;
  readonly versie: number;
}

export const leesConcepten = (db: Db): Promise<ConceptKop[]> =>
  db.query<ConceptKop[]>(
    'SELECT sleutel, versie, titel, gewijzigd_op FROM sjabloon_concept ORDER BY sleutel, versie',
  );

export async function leesConcept(db: Db, { sleutel, versie }: Plaats): Promise<ConceptRij | undefined> {
  const [rij] = await db.query<ConceptRij[]>(
    'SELECT definitie, bewerking, gewijzigd_op FROM sjabloon_concept WHERE sleutel = $1 AND versie = $2',
    [sleutel, versie],
  );
  return rij;
}

/** The number of the next version: past all that are published or worked on. */
export async function volgendeVersie(db: Db, sleutel: string): Promise<number> {
  const [rij] = await db.query<{ versie: number }[]>(
    `SELECT max(versie) + 1 AS versie FROM
       (SELECT versie FROM sjabloon WHERE sleutel = $1 UNION ALL SELECT versie FROM sjabloon_concept WHERE sleutel = $1) v`,
    [sleutel],
  );
  return rij?.versie ?? 1;
}

/** False when somebody else took the number a moment ago. */
export async function maakConcept(db: Db, { sleutel, versie, titel, ...rest }: Sjabloon): Promise<boolean> {
  const rijen = await db.query<unknown[]>(
    `INSERT INTO sjabloon_concept (sleutel, versie, titel, definitie) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING RETURNING versie`,
    [sleutel, versie, titel, JSON.stringify({ sleutel, versie, titel, ...rest })],
  );
  return rijen.length > 0;
}

/** False when it is not the version `gezien` (any more). */
export async function wijzigConcept(db: Db, definitie: Sjabloon, gezien: number): Promise<boolean> {
  const { sleutel, versie, titel } = definitie;
  const [, geraakt] = await db.query<[unknown, number]>(
    `UPDATE sjabloon_concept SET definitie = $4, titel = $5, bewerking = bewerking + 1, gewijzigd_op = now()
      WHERE sleutel = $1 AND versie = $2 AND bewerking = $3`,
    [sleutel, versie, gezien, JSON.stringify(definitie), titel],
  );
  return geraakt > 0;
}

export async function verwijderConcept(db: Db, { sleutel, versie }: Plaats): Promise<boolean> {
  const [, geraakt] = await db.query<[unknown, number]>(
    'DELETE FROM sjabloon_concept WHERE sleutel = $1 AND versie = $2',
    [sleutel, versie],
  );
  return geraakt > 0;
}

/** False when it is not the version `gezien` (any more). */
export async function publiceer(db: Db, { sleutel, versie }: Plaats, gezien: number): Promise<boolean> {
  const [rij] = await db.query<{ gedaan: boolean }[]>('SELECT publiceer_sjabloon($1, $2, $3) AS gedaan', [
    sleutel,
    versie,
    gezien,
  ]);
  return rij?.gedaan ?? false;
}
