import {
  foutzin,
  isGelukt,
  PAUZE_NA_DAGEN,
  type Gebeurtenissoort,
  type Leverbesluit,
  type VastgelegdeGebeurtenis,
} from '@maatwerktraject/domain';
import type { Keyring } from '@maatwerktraject/crypto';
import { ontzegel } from '@maatwerktraject/database';
import type { Poging } from '@maatwerktraject/webhook';
import type { DataSource, EntityManager } from 'typeorm';

interface Rij {
  readonly levering_id: string;
  readonly pogingen: number;
  readonly url: string;
  /** Sealed, as is the one before it. */
  readonly geheim: string;
  readonly vorig_geheim: string | null;
  readonly mag: boolean;
  readonly volgnummer: number | null;
  readonly workflow_id: string | null;
  readonly seq: number | null;
  readonly cohort_id: string | null;
  readonly traject_id: string | null;
  readonly soort: Gebeurtenissoort | null;
  readonly op: Date | null;
  readonly vastgelegd_op: Date;
  readonly inhoud: Record<string, unknown> | null;
  readonly gemeentecode: string | null;
  readonly oefen: boolean;
}

/** One event for one receiver, as it is to be sent now. */
export interface TeLeveren {
  readonly id: string;
  /** Attempts so far. */
  readonly pogingen: number;
  readonly url: string;
  readonly geheimen: readonly string[];
  /** False when this service may no longer hear of the cohort. */
  readonly mag: boolean;
  /** Null: a test. */
  readonly gebeurtenis: VastgelegdeGebeurtenis | null;
  readonly klaargezetOp: string;
}

function gebeurtenisVan(rij: Rij): VastgelegdeGebeurtenis | null {
  const { workflow_id: workflowId, seq, soort, cohort_id: cohortId, op, inhoud, volgnummer } = rij;
  if (workflowId === null || seq === null || soort === null || cohortId === null || op === null) return null;
  return {
    soort,
    workflowId,
    seq,
    volgnummer: volgnummer ?? 0,
    cohortId,
    trajectId: rij.traject_id,
    gemeentecode: rij.gemeentecode,
    oefen: rij.oefen,
    op: op.toISOString(),
    vastgelegdOp: rij.vastgelegd_op.toISOString(),
    inhoud: inhoud ?? {},
  };
}

const STATUS = { afgeleverd: 'afgeleverd', opnieuw: 'wacht', mislukt: 'mislukt', weg: 'mislukt' } as const;

/** Ends or pauses the webhook when this attempt gives reason to. */
async function stopZoNodig(db: EntityManager, webhookId: string, besluit: Leverbesluit): Promise<void> {
  if (besluit.soort === 'weg') {
    await db.query(`SELECT stop_webhook($1, 'ontvanger-stopt')`, [webhookId]);
    return;
  }
  await db.query(
    `SELECT stop_webhook(id, 'steeds-mislukt') FROM webhook
      WHERE id = $1 AND mislukt_sinds < now() - make_interval(days => $2)`,
    [webhookId, PAUZE_NA_DAGEN],
  );
}

/**
 * Where nothing waits, nothing is failing: what fails after days of silence begins to count anew. After a reason to stop
 * was looked for, and after the delivery itself.
 */
const vergeetZonderWachtend = (db: Pick<EntityManager, 'query'>, webhookId: string): Promise<unknown> =>
  db.query(
    `UPDATE webhook w SET mislukt_sinds = NULL WHERE w.id = $1 AND w.mislukt_sinds IS NOT NULL AND w.status = 'actief'
        AND NOT EXISTS (SELECT FROM webhook_levering l WHERE l.webhook_id = w.id AND l.status = 'wacht')`,
    [webhookId],
  );

/** The deliveries of webhooks, as rounds use them. */
export function createWebhookOpslag(database: DataSource, keyring: Keyring) {
  const volgendeOver = async (webhookId: string): Promise<number | null> => {
    const [rij] = await database.query<{ over: number | null }[]>(
      `SELECT ceil(extract(epoch FROM volgende_levering_op($1) - clock_timestamp()) * 1000)::float8 AS over`,
      [webhookId],
    );
    return rij?.over == null ? null : Math.max(0, rij.over);
  };

  return {
    /** From here on nobody tells the process of this webhook what is new, until the round ends or `ms` have passed. */
    async beginRonde(webhookId: string, ms: number): Promise<void> {
      await database.query(
        `UPDATE webhook SET ronde_tot = clock_timestamp() + make_interval(secs => $2) WHERE id = $1`,
        [webhookId, ms / 1000],
      );
    },

    /** Gives the ms until something is due; 0: now. Null: nothing waits, or nothing may be sent. */
    async eindigRonde(webhookId: string): Promise<number | null> {
      // Before it looks: what comes after this look is told to the process.
      await database.query('UPDATE webhook SET ronde_tot = NULL WHERE id = $1', [webhookId]);
      return volgendeOver(webhookId);
    },

    /** What is due now for a webhook that is active; undefined when nothing is. */
    async volgende(webhookId: string): Promise<TeLeveren | undefined> {
      const [rij] = await database.query<Rij[]>('SELECT * FROM te_leveren($1)', [webhookId]);
      if (!rij) return undefined;
      const geheimen = [ontzegel(keyring, 'webhook.geheim', rij.geheim)];
      if (rij.vorig_geheim !== null)
        geheimen.push(ontzegel(keyring, 'webhook.vorig_geheim', rij.vorig_geheim));
      return {
        id: rij.levering_id,
        pogingen: rij.pogingen,
        url: rij.url,
        geheimen,
        mag: rij.mag,
        gebeurtenis: gebeurtenisVan(rij),
        klaargezetOp: rij.vastgelegd_op.toISOString(),
      };
    },

    async vervallen(webhookId: string, { id }: TeLeveren): Promise<void> {
      await database.query(
        `UPDATE webhook_levering SET status = 'vervallen', afgerond_op = now() WHERE id = $1 AND status = 'wacht'`,
        [id],
      );
      await vergeetZonderWachtend(database, webhookId);
    },

    /** Records an attempt and what follows from it. `rustS`: how long this receiver gets nothing at all. */
    async legVast(
      webhookId: string,
      { id }: TeLeveren,
      { uitslag, duurMs }: Poging,
      besluit: Leverbesluit,
      rustS: number,
    ): Promise<void> {
      const regel = {
        op: new Date().toISOString(),
        status: uitslag.soort === 'antwoord' ? uitslag.status : null,
        duurMs,
        fout: foutzin(uitslag),
      };
      await database.transaction(async (db) => {
        // The webhook before its deliveries, as the API locks them: neither waits for the other.
        await db.query(
          `UPDATE webhook SET mislukt_sinds = CASE WHEN $2 THEN NULL ELSE coalesce(mislukt_sinds, now()) END,
                  rust_tot = CASE WHEN $3 > 0 THEN now() + make_interval(secs => $3) END
            WHERE id = $1`,
          [webhookId, isGelukt(uitslag), rustS],
        );
        await db.query(
          `UPDATE webhook_levering
              SET pogingen = pogingen + 1, status = $2, verloop = verloop || $3::jsonb,
                  volgende_poging_op = now() + make_interval(secs => $4),
                  afgerond_op = CASE WHEN $2 = 'wacht' THEN NULL ELSE now() END
            WHERE id = $1 AND status = 'wacht'`,
          [
            id,
            STATUS[besluit.soort],
            JSON.stringify([regel]),
            besluit.soort === 'opnieuw' ? besluit.overS : 0,
          ],
        );
        await stopZoNodig(db, webhookId, besluit);
        await vergeetZonderWachtend(db, webhookId);
      });
    },
  };
}

export type WebhookOpslag = ReturnType<typeof createWebhookOpslag>;
