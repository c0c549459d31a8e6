/** The states of each thing in a traject and the transitions between them, as data. */
export interface Overgangen<S extends string> {
  readonly begin: S;
  readonly overgangen: Readonly<Record<S, readonly S[]>>;
  /** Where it may stay for ever; where absent, the states without a way out. */
  readonly einden?: readonly S[];
}

export const TRAJECT_STATUSSEN = ['gepland', 'lopend', 'gepauzeerd', 'afgerond', 'teruggetrokken'] as const;
export type TrajectStatus = (typeof TRAJECT_STATUSSEN)[number];

export const STAP_STATUSSEN = ['gepland', 'open', 'wacht-op-akkoord', 'afgerond'] as const;
export type StapStatus = (typeof STAP_STATUSSEN)[number];

export const TAAK_STATUSSEN = ['gepland', 'open', 'wacht-op-akkoord', 'ingediend', 'vervallen'] as const;
export type TaakStatus = (typeof TAAK_STATUSSEN)[number];

export const CHECK_IN_STATUSSEN = ['gepland', 'gehouden', 'niet-gehouden'] as const;
export type CheckInStatus = (typeof CHECK_IN_STATUSSEN)[number];

export const COHORT_STATUSSEN = ['concept', 'lopend', 'afgesloten'] as const;
export type CohortStatus = (typeof COHORT_STATUSSEN)[number];

export const TRAJECT_OVERGANGEN: Overgangen<TrajectStatus> = {
  begin: 'gepland',
  overgangen: {
    gepland: ['lopend'],
    lopend: ['gepauzeerd', 'afgerond', 'teruggetrokken'],
    gepauzeerd: ['lopend', 'teruggetrokken'],
    afgerond: ['lopend'],
    teruggetrokken: ['lopend'],
  },
  einden: ['afgerond', 'teruggetrokken'],
};

export const STAP_OVERGANGEN: Overgangen<StapStatus> = {
  begin: 'gepland',
  overgangen: {
    gepland: ['open'],
    open: ['wacht-op-akkoord'],
    'wacht-op-akkoord': ['afgerond', 'open'],
    afgerond: ['wacht-op-akkoord'],
  },
  einden: ['afgerond'],
};

export const TAAK_OVERGANGEN: Overgangen<TaakStatus> = {
  begin: 'gepland',
  overgangen: {
    gepland: ['open', 'vervallen'],
    open: ['ingediend', 'wacht-op-akkoord', 'vervallen'],
    'wacht-op-akkoord': ['ingediend', 'open', 'vervallen'],
    ingediend: ['open'],
    vervallen: [],
  },
  einden: ['ingediend', 'vervallen'],
};

export const CHECK_IN_OVERGANGEN: Overgangen<CheckInStatus> = {
  begin: 'gepland',
  overgangen: { gepland: ['gehouden', 'niet-gehouden'], gehouden: [], 'niet-gehouden': [] },
};

export const COHORT_OVERGANGEN: Overgangen<CohortStatus> = {
  begin: 'concept',
  overgangen: { concept: ['lopend'], lopend: ['afgesloten'], afgesloten: [] },
};

/**
 * The state `naar`, when the table allows the step.
 * @throws Error when it does not: the caller decided wrongly, which is a fault in the code and not of a user.
 */
export function overgang<S extends string>(tabel: Overgangen<S>, van: S, naar: S): S {
  if (!tabel.overgangen[van].includes(naar)) throw new Error(`geen overgang van ${van} naar ${naar}`);
  return naar;
}

/** The states that can never be reached from the beginning, and those from which no end can be reached. */
export function gebreken<S extends string>(tabel: Overgangen<S>): { onbereikbaar: S[]; vallen: S[] } {
  const alle = Object.keys(tabel.overgangen) as S[];
  const vanaf = (start: S): Set<S> => {
    const gezien = new Set<S>([start]);
    // A Set yields what is added while it is being walked, so this visits everything reachable.
    for (const staat of gezien) for (const volgende of tabel.overgangen[staat]) gezien.add(volgende);
    return gezien;
  };
  const bereikbaar = vanaf(tabel.begin);
  const einden = tabel.einden ?? alle.filter((staat) => tabel.overgangen[staat].length === 0);
  const eindigt = (staat: S): boolean => [...vanaf(staat)].some((einde) => einden.includes(einde));
  return {
    onbereikbaar: alle.filter((staat) => !bereikbaar.has(staat)),
    vallen: alle.filter((staat) => !eindigt(staat)),
  };
}
