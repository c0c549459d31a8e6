import type { Gebeurtenis, Kalender, Sjabloon } from '@maatwerktraject/domain';
import type { EntityManager } from 'typeorm';

/** What the projection of a traject's facts needs to know besides the facts. */
export interface TrajectContext {
  readonly trajectId: string;
  readonly cohortId: string;
  readonly oefen: boolean;
  /** In the version that the traject is on. */
  readonly sjabloon: Sjabloon;
  readonly kalender: Kalender;
}

export type Feitsoort = Gebeurtenis['soort'];
export type Feit<S extends Feitsoort> = Extract<Gebeurtenis, { soort: S }>;

/** What a fact changes in the tables that people read, per kind of fact. */
export type Projecties<S extends Feitsoort> = {
  readonly [Soort in S]: (db: EntityManager, context: TrajectContext, feit: Feit<Soort>) => Promise<unknown>;
};

export const tijd = (feit: Gebeurtenis): Date => new Date(feit.op);

/** The ID of the row of a taak; `sleutel` is `<taak>.<uitvoerder>`. */
export const taakId = ({ trajectId }: TrajectContext, stap: string, sleutel: string): string =>
  `${trajectId}.${stap}.${sleutel}`;
