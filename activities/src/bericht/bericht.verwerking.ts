import type { Keyring } from '@maatwerktraject/crypto';
import { verzegel } from '@maatwerktraject/database';
import type { DataSource } from 'typeorm';
import { bundel } from '../database/bundel.js';
import type { Verzending } from './smtp.verzender.js';

/** How long to wait after attempt `poging` (from 1) failed, in seconds: 5 s doubling up to half an hour. */
export const wachttijd = (poging: number): number => Math.min(1800, 5 * 2 ** (poging - 1));

/** A mail that could not be handed over for this many attempts (about two days) is given up. */
const MAX_POGINGEN = 100;

const ADRES = /<?[^\s<>@,;:()"']+@[^\s<>@,;:()"']+>?/g;

/** What a server said, for a text that is not sealed. Its own words stand sealed with the attempt (ADR 0019). */
export const zonderAdressen = (tekst: string): string => tekst.replace(ADRES, '(adres)');

type Uitkomst = 'mislukt-later' | 'mislukt' | 'onbekend';

/** The row of the attempt, in the statement that says how it ended: `b` is the mail, `$2` how and `$3` in whose words. */
const MET_POGING = (wijziging: string): string => `
  WITH b AS (UPDATE bericht SET ${wijziging} WHERE id = $1 AND status = 'bezig' RETURNING id, cohort_id, pogingen, geclaimd_op)
  INSERT INTO bericht_poging (bericht_id, cohort_id, nummer, begonnen_op, geeindigd_op, uitkomst, antwoord)
  SELECT id, cohort_id, pogingen, coalesce(geclaimd_op, now()), now(), $2, $3 FROM b ON CONFLICT DO NOTHING`;

/** The same for many that were taken: in a storm there is no time for one statement each. */
const VERZONDEN = `
  WITH b AS (
    UPDATE bericht SET status = 'verzonden', verzonden_op = now(), message_id = v.message_id, toelichting = NULL
      FROM unnest($1::uuid[], $2::text[], $3::text[]) AS v(id, message_id, antwoord)
     WHERE bericht.id = v.id AND bericht.status = 'bezig'
    RETURNING bericht.id, cohort_id, pogingen, geclaimd_op, v.antwoord)
  INSERT INTO bericht_poging (bericht_id, cohort_id, nummer, begonnen_op, geeindigd_op, uitkomst, antwoord)
  SELECT id, cohort_id, pogingen, coalesce(geclaimd_op, now()), now(), 'verzonden', antwoord FROM b ON CONFLICT DO NOTHING`;

interface Verzonden {
  readonly id: string;
  readonly messageId: string;
  readonly antwoord: string;
}
const ONBEKEND = MET_POGING(
  `status = 'onbekend', message_id = $4, toelichting = $5, volgende_poging_op = now()`,
);
const MISLUKT = MET_POGING(`status = 'mislukt', message_id = $4, toelichting = $5`);
const LATER = MET_POGING(
  `status = 'wacht', toelichting = $4, volgende_poging_op = now() + make_interval(secs => $5)`,
);
const GEWEIGERD = MET_POGING(`status = CASE WHEN $4::uuid IS NULL THEN 'mislukt' ELSE 'aangehouden' END,
  adresprobleem_id = $4, message_id = $5, toelichting = $6`);

/** What the outcome of an attempt does to its mail. */
export function createVerwerking(database: DataSource, keyring: Keyring) {
  const sluit = (
    sql: string,
    id: string,
    uitkomst: Uitkomst,
    woorden: string,
    ...meer: unknown[]
  ): Promise<unknown> =>
    database.query(sql, [
      id,
      uitkomst,
      verzegel(keyring, 'bericht_poging.antwoord', woorden.slice(0, 500)),
      ...meer,
    ]);

  const zetVerzonden = bundel<Verzonden>((mails) =>
    database.query(VERZONDEN, [
      mails.map(({ id }) => id),
      mails.map(({ messageId }) => messageId),
      mails.map(({ antwoord }) => verzegel(keyring, 'bericht_poging.antwoord', antwoord.slice(0, 500))),
    ]),
  );

  /** The address does not exist: known from now on, and this mail waits until somebody has mended it. */
  const houdAan = (id: string, messageId: string, code: string, woorden: string): Promise<void> =>
    database.transaction(async (db) => {
      const [probleem] = await db.query<{ id: string | null }[]>(
        `SELECT adresprobleem_bij($1, 'geweigerd', $2, $3) AS id`,
        [id, code, verzegel(keyring, 'adresprobleem.woorden', woorden.slice(0, 500))],
      );
      await db.query(GEWEIGERD, [
        id,
        'mislukt',
        verzegel(keyring, 'bericht_poging.antwoord', woorden.slice(0, 500)),
        probleem?.id ?? null,
        messageId,
        `De mailserver kent dit adres niet: ${zonderAdressen(woorden)}`,
      ]);
    });

  /** Records how an attempt ended; a failure that may pass is tried again later. */
  return async (
    { id, pogingen, messageId }: { id: string; pogingen: number; messageId: string },
    verzending: Verzending,
  ): Promise<void> => {
    switch (verzending.soort) {
      case 'verzonden':
        await zetVerzonden({ id, messageId, antwoord: verzending.antwoord });
        return;
      case 'onbekend':
        await sluit(
          ONBEKEND,
          id,
          'onbekend',
          verzending.reden,
          messageId,
          `Niet zeker of de mail is aangekomen: ${zonderAdressen(verzending.reden)}`,
        );
        return;
      case 'mislukt': {
        const { reden, definitief, adrescode } = verzending;
        if (adrescode !== undefined) await houdAan(id, messageId, adrescode, reden);
        else if (definitief || pogingen >= MAX_POGINGEN)
          await sluit(
            MISLUKT,
            id,
            'mislukt',
            reden,
            messageId,
            `De mailserver neemt deze mail niet aan: ${zonderAdressen(reden)}`,
          );
        else
          await sluit(
            LATER,
            id,
            'mislukt-later',
            reden,
            `Poging ${String(pogingen)} lukte niet: ${zonderAdressen(reden)}`,
            wachttijd(pogingen),
          );
        return;
      }
    }
  };
}

/** What stands with an attempt that died with its process. */
const GESTOPT = 'gestopt tijdens verzenden';

/** Closes what `wie` had under way: nobody knows whether it arrived. Gives how many mails that were. */
export async function sluitAchtergebleven(
  database: DataSource,
  keyring: Keyring,
  wie: string,
): Promise<number> {
  const rijen = await database.query<unknown[]>(
    `WITH b AS (
       UPDATE bericht SET status = 'onbekend', volgende_poging_op = now() + interval '3 seconds',
              toelichting = 'Niet zeker of de mail is aangekomen: het systeem stopte tijdens het verzenden.'
        WHERE status = 'bezig' AND geclaimd_door = $1 RETURNING id, cohort_id, pogingen, geclaimd_op
     ), p AS (
       INSERT INTO bericht_poging (bericht_id, cohort_id, nummer, begonnen_op, geeindigd_op, uitkomst, antwoord)
       SELECT id, cohort_id, pogingen, coalesce(geclaimd_op, now()), now(), 'onbekend', $2 FROM b ON CONFLICT DO NOTHING
     )
     SELECT id FROM b`,
    [wie, verzegel(keyring, 'bericht_poging.antwoord', GESTOPT)],
  );
  return rijen.length;
}
