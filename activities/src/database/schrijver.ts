import type { EntityManager } from 'typeorm';

/** What writes without reading what it wrote needs of a database. */
export type Schrijfbaar = Pick<EntityManager, 'query'>;

/**
 * Sends statements to the connection of one transaction without waiting for each answer: the database takes them in this
 * order, and a dozen of them cost one wait instead of a dozen. For statements whose answer nobody looks at: each is
 * answered at once with no rows. `klaar` waits for all, and must come before the transaction ends.
 */
export class Schrijver {
  private readonly onderweg: Promise<unknown>[] = [];

  constructor(private readonly db: Schrijfbaar) {}

  readonly query = (sql: string, waarden?: unknown[]): Promise<never> => {
    const antwoord = this.db.query(sql, waarden);
    // It is looked at in `klaar`; until then it must not count as unhandled.
    antwoord.catch(() => undefined);
    this.onderweg.push(antwoord);
    return Promise.resolve([] as never);
  };

  /** @throws the error of the first statement that failed; the ones after it fail because of that */
  async klaar(): Promise<void> {
    const antwoorden = await Promise.allSettled(this.onderweg);
    for (const antwoord of antwoorden) if (antwoord.status === 'rejected') throw antwoord.reason;
  }
}
