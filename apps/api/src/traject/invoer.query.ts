import type { InvoerSoort } from '@maatwerktraject/database';
import type { Actor } from '@maatwerktraject/domain';
import type { Db } from '../database/scoped.database.js';
import { derivedId } from '../http/derived-id.js';

/** What a person wrote with a command, kept before the process hears of it. */
export interface NieuweInvoer {
  readonly trajectId: string;
  readonly soort: InvoerSoort;
  /** What it is about: a taak, a check-in, or the outcome. */
  readonly onderwerp: string;
  readonly inhoud: Readonly<Record<string, unknown>>;
  readonly door: Actor;
}

/** The ID that this text gets with this command; the same command with another text gives another one. */
export const invoerIdVan = (
  kenmerk: string,
  { trajectId, soort, onderwerp, inhoud }: Omit<NieuweInvoer, 'door'>,
): string => derivedId(`invoer:${trajectId}:${soort}:${onderwerp}:${kenmerk}:${JSON.stringify(inhoud)}`);

/** Keeps the text; does nothing when this command's text is there already. */
export async function bewaarInvoer(db: Db, id: string, invoer: NieuweInvoer): Promise<void> {
  await db.query(
    `INSERT INTO invoer (id, traject_id, soort, onderwerp, inhoud, door, account_id)
     VALUES ($1, $2, $3, $4, $5, $6, huidig_account())
     ON CONFLICT DO NOTHING`,
    [id, invoer.trajectId, invoer.soort, invoer.onderwerp, JSON.stringify(invoer.inhoud), invoer.door],
  );
}

/** Whether this text was kept before: its command came in then too. */
export async function isBewaard(db: Db, id: string): Promise<boolean> {
  const rijen = await db.query<unknown[]>('SELECT FROM invoer WHERE id = $1', [id]);
  return rijen.length > 0;
}

/** The titles of the extra taken of a traject, by their keys. */
export async function leesExtraTitels(db: Db, trajectId: string): Promise<ReadonlyMap<string, string>> {
  const rijen = await db.query<{ taak: string; titel: string }[]>(
    `SELECT ta.taak, o.inhoud ->> 'titel' AS titel FROM taak ta JOIN invoer o ON o.id = ta.opdracht_id
      WHERE ta.traject_id = $1 AND o.inhoud ->> 'titel' <> ''`,
    [trajectId],
  );
  return new Map(rijen.map(({ taak, titel }) => [taak, titel]));
}
