import { Injectable } from '@nestjs/common';
import type { Herhaald, Levering, LeveringPagina, LeveringVraag } from '@maatwerktraject/contracts';
import { BEWAARTERMIJNEN } from '@maatwerktraject/domain';
import { ScopedDatabase, type Db } from '../database/scoped.database.js';
import { pagina } from '../http/pagina.js';
import { invalid, refused } from '../http/problem.js';
import { alsLevering, leesLevering, leesLeveringen, plaatsVanLevering } from './levering.query.js';
import { eindigRust, leesWebhook, meldWerk } from './webhook.query.js';

const TERUG_DAGEN = BEWAARTERMIJNEN['webhook-levering'].dagen;

/** @throws ProblemException (404, 409) */
async function leesActieve(db: Db, webhookId: string): Promise<void> {
  const { status } = await leesWebhook(db, webhookId);
  if (status !== 'actief')
    throw refused(
      'webhook-niet-actief',
      status === 'gepauzeerd'
        ? 'Deze webhook is gepauzeerd. Zet hem eerst op actief.'
        : 'Deze webhook is beëindigd. Maak een nieuwe.',
    );
}

/** What was delivered, what was not, and sending it again. The worker delivers; here it is only set ready. */
@Injectable()
export class LeveringService {
  constructor(private readonly database: ScopedDatabase) {}

  lijst(webhookId: string, vraag: LeveringVraag): Promise<LeveringPagina> {
    return this.database.read(async (db) => {
      await leesWebhook(db, webhookId);
      return pagina(await leesLeveringen(db, webhookId, vraag), vraag, plaatsVanLevering, alsLevering);
    });
  }

  test(webhookId: string): Promise<Levering> {
    return this.database.transaction(async (db) => {
      await leesActieve(db, webhookId);
      return this.zetKlaar(db, webhookId, null, 'test');
    });
  }

  /** The same event again, with the same ID. One that still waits is tried now. */
  opnieuw(webhookId: string, leveringId: string): Promise<Levering> {
    return this.database.transaction(async (db) => {
      const levering = await leesLevering(db, webhookId, leveringId);
      await leesActieve(db, webhookId);
      if (levering.status !== 'wacht')
        return this.zetKlaar(
          db,
          webhookId,
          levering.gebeurtenis_id,
          levering.gebeurtenis_id === null ? 'test' : 'herhaling',
        );
      await eindigRust(db, webhookId);
      await db.query('UPDATE webhook_levering SET volgende_poging_op = now() WHERE id = $1', [leveringId]);
      await meldWerk(db);
      return alsLevering(await leesLevering(db, webhookId, leveringId));
    });
  }

  herhaal(webhookId: string, vanaf: string): Promise<Herhaald> {
    const dagen = (Date.now() - Date.parse(vanaf)) / 86_400_000;
    if (dagen > TERUG_DAGEN || dagen < 0)
      throw invalid([
        {
          pad: 'vanaf',
          zin: `Kies een tijdstip in de afgelopen ${String(TERUG_DAGEN)} dagen. Wat ouder is, leest u in de lijst van gebeurtenissen.`,
        },
      ]);
    return this.database.transaction(async (db) => {
      await leesActieve(db, webhookId);
      const [rij] = await db.query<Herhaald[]>('SELECT herhaal_webhook($1, $2) AS aantal', [
        webhookId,
        vanaf,
      ]);
      return { aantal: rij?.aantal ?? 0 };
    });
  }

  private async zetKlaar(
    db: Db,
    webhookId: string,
    gebeurtenisId: number | null,
    aanleiding: Levering['aanleiding'],
  ): Promise<Levering> {
    await eindigRust(db, webhookId);
    const [rij] = await db.query<{ id: string }[]>(
      'INSERT INTO webhook_levering (webhook_id, gebeurtenis_id, aanleiding) VALUES ($1, $2, $3) RETURNING id',
      [webhookId, gebeurtenisId, aanleiding],
    );
    await meldWerk(db);
    return alsLevering(await leesLevering(db, webhookId, rij?.id ?? ''));
  }
}
