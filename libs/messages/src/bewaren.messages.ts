/** Which rules to carry out. Given by the schedule, so that the workflow's code does not change with the rules. */
export interface BewaarInvoer {
  readonly regels: readonly string[];
}

/** What a night came to: how many rows each rule took, and which rules did not succeed. */
export interface BewaarUitslag {
  readonly geteld: Readonly<Record<string, number>>;
  readonly mislukt: readonly string[];
}

export interface BewaarActivities {
  /** Carries out one rule until nothing is left to do; gives how many rows that were. Again gives 0. */
  pasBewaarregelToe(regel: string): Promise<number>;
  /** Writes the outcome to the audit log, once for each `uitvoering`. */
  legBewarenVast(uitvoering: string, uitslag: BewaarUitslag): Promise<void>;
}
