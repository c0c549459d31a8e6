import type { Instant } from '../../kalender/amsterdam.js';
import type { Actor } from '../gebeurtenis.js';
import type { TrajectStatus } from '../overgangen.js';
import type { StapToestand, TrajectToestand } from '../toestand.js';
import type { Verloop } from '../verloop.js';

/** Why a command is refused: a stable code, and a Dutch sentence that says what to do. */
export interface Weigering {
  readonly code: string;
  readonly zin: string;
}

export const weiger = (code: string, zin: string): Weigering => ({ code, zin });

/** What a command is checked against: the traject as it is at `nu`, and its stap under way. */
export interface Stand {
  readonly toestand: TrajectToestand;
  readonly stap: StapToestand;
  readonly nu: Instant;
}

/** One kind of command: in which states of a traject it makes sense, when it is refused, and what it brings. */
export interface CommandoRegel<C> {
  readonly in: readonly TrajectStatus[];
  controleer(stand: Stand, commando: C): Weigering | undefined;
  /** Only called with a command that `controleer` lets through. */
  voerUit(verloop: Verloop, commando: C, wanneer: { readonly nu: Instant; readonly door: Actor }): Verloop;
}

export type CommandoRegels<C extends { readonly soort: string }> = {
  readonly [S in C['soort']]: CommandoRegel<Extract<C, { soort: S }>>;
};
