import type { Gebeurtenis, Kalender, Personen, Sjabloon, TrajectToestand } from '@maatwerktraject/domain';
import type { Schrijfbaar } from '../../database/schrijver.js';

/** What the projection of a traject's facts needs to know besides the facts. */
export interface TrajectContext {
  readonly trajectId: string;
  readonly cohortId: string;
  readonly oefen: boolean;
  /** In the version that the traject is on. */
  readonly sjabloon: Sjabloon;
  readonly kalender: Kalender;
  readonly personen: Personen;
  /** How it stands once the fact at hand is counted. */
  readonly toestand: TrajectToestand;
}

export type Feitsoort = Gebeurtenis['soort'];
export type Feit<S extends Feitsoort> = Extract<Gebeurtenis, { soort: S }>;

/** What a fact changes in the tables that people read, per kind of fact. */
export type Projecties<S extends Feitsoort> = {
  readonly [Soort in S]: (db: Schrijfbaar, context: TrajectContext, feit: Feit<Soort>) => Promise<unknown>;
};

export const tijd = (feit: Gebeurtenis): Date => new Date(feit.op);

/** The ID of the row of a taak; `sleutel` is `<taak>.<uitvoerder>`. */
export const taakId = ({ trajectId }: TrajectContext, stap: string, sleutel: string): string =>
  `${trajectId}.${stap}.${sleutel}`;
