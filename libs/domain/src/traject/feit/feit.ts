import type { Gebeurtenis } from '../gebeurtenis.js';
import type { TrajectToestand } from '../toestand.js';

export type Feitsoort = Gebeurtenis['soort'];
export type Feit<S extends Feitsoort> = Extract<Gebeurtenis, { soort: S }>;

/** What a fact makes of a state, per kind of fact. */
export type FeitRegels<S extends Feitsoort> = {
  readonly [Soort in S]: (toestand: TrajectToestand, feit: Feit<Soort>) => TrajectToestand;
};
